# SPDX-License-Identifier: MIT
"""What X itself knows of windows, and what a window manager asks of them."""
import contextlib
import ctypes

from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

CLIENT_MESSAGE = 33


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, in the room of an XEvent."""

    _fields_ = [
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("room", c_long * 12),
    ]


@contextlib.contextmanager
def connected(display):
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype, x11.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x11.XInternAtom.restype, x11.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
    x11.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
    x11.XDefaultRootWindow.restype, x11.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    whole, part = POINTER(c_int), POINTER(c_uint)
    x11.XGetGeometry.argtypes = [c_void_p, c_ulong, POINTER(c_ulong), whole, whole, part, part, part, part]
    x11.XTranslateCoordinates.argtypes = [c_void_p, c_ulong, c_ulong, c_int, c_int, whole, whole, POINTER(c_ulong)]
    x11.XCloseDisplay.argtypes = [c_void_p]
    connection = x11.XOpenDisplay(display.encode())
    try:
        yield x11, connection
    finally:
        x11.XCloseDisplay(connection)


def ask_to_close(display, windows):
    """As the close button of a window manager does."""
    with connected(display) as (x11, connection):
        message = ClientMessage(type=CLIENT_MESSAGE, format=32)
        message.message_type = x11.XInternAtom(connection, b"WM_PROTOCOLS", 0)
        message.data[0] = x11.XInternAtom(connection, b"WM_DELETE_WINDOW", 0)
        for window in windows:
            message.window = window
            x11.XSendEvent(connection, window, 0, 0, byref(message))


def place_of(display, window):
    """x, y, width, height on the screen, without what a window manager puts around it."""
    with connected(display) as (x11, connection):
        other, x, y = c_ulong(), c_int(), c_int()
        width, height, border, depth = c_uint(), c_uint(), c_uint(), c_uint()
        x11.XGetGeometry(connection, window, *map(byref, (other, x, y, width, height, border, depth)))
        root = x11.XDefaultRootWindow(connection)
        x11.XTranslateCoordinates(connection, window, root, 0, 0, byref(x), byref(y), byref(other))
        return x.value, y.value, width.value, height.value
