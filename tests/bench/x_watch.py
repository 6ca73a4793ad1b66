# SPDX-License-Identifier: MIT
"""When a program's window is mapped, and when it shows what it will still show when it has come to rest."""
import collections
import ctypes
import re
import select
import time

from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p

MAP_NOTIFY = 19
SUBSTRUCTURE_NOTIFY = 1 << 19
# A window is painted once this share of what stands out from its background is in place.
SHARE = 0.8


def library():
    x11 = ctypes.CDLL("libX11.so.6")
    signatures = {
        "XOpenDisplay": (c_void_p, [c_char_p]),
        "XCloseDisplay": (c_int, [c_void_p]),
        "XDefaultRootWindow": (c_ulong, [c_void_p]),
        "XSelectInput": (c_int, [c_void_p, c_ulong, c_long]),
        "XConnectionNumber": (c_int, [c_void_p]),
        "XPending": (c_int, [c_void_p]),
        "XNextEvent": (c_int, [c_void_p, c_void_p]),
        "XSync": (c_int, [c_void_p, c_int]),
        "XFree": (c_int, [c_void_p]),
        "XInternAtom": (c_ulong, [c_void_p, c_char_p, c_int]),
        "XGetGeometry": (c_int, [c_void_p, c_ulong] + [POINTER(c_ulong)] + [POINTER(c_int)] * 2 + [POINTER(c_uint)] * 4),
        "XGetWindowProperty": (
            c_int,
            [c_void_p, c_ulong, c_ulong, c_long, c_long, c_int, c_ulong, POINTER(c_ulong), POINTER(c_int)]
            + [POINTER(c_ulong)] * 2
            + [POINTER(c_void_p)],
        ),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(x11, name)
        function.restype, function.argtypes = result, arguments
    return x11


class XWatch:
    """Listens on a display from before a program starts."""

    def __init__(self, display, framebuffer):
        self._framebuffer = framebuffer
        self._x11 = library()
        # A window may vanish between two questions; that is no reason to end.
        self._handler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda display, error: 0)
        self._x11.XSetErrorHandler(self._handler)
        self._display = self._x11.XOpenDisplay(display.encode())
        root = self._x11.XDefaultRootWindow(self._display)
        self._x11.XSelectInput(self._display, root, SUBSTRUCTURE_NOTIFY)
        self._x11.XSync(self._display, 0)

    def close(self):
        self._x11.XCloseDisplay(self._display)

    def _property(self, window, name):
        kind, size, count, left, data = c_ulong(), c_int(), c_ulong(), c_ulong(), c_void_p()
        atom = self._x11.XInternAtom(self._display, name, 0)
        found = (byref(kind), byref(size), byref(count), byref(left), byref(data))
        if self._x11.XGetWindowProperty(self._display, window, atom, 0, 1024, 0, 0, *found) or not data:
            return ""
        text = ctypes.string_at(data, count.value * max(size.value // 8, 1))
        self._x11.XFree(data)
        return text.decode("utf-8", "replace").replace("\0", " ").strip()

    def _place(self, window):
        """Where a top-level window without a window manager is: x, y, width, height."""
        root, x, y = c_ulong(), c_int(), c_int()
        width, height, border, depth = c_uint(), c_uint(), c_uint(), c_uint()
        found = [byref(value) for value in (root, x, y, width, height, border, depth)]
        known = self._x11.XGetGeometry(self._display, window, *found)
        return (x.value, y.value, width.value, height.value) if known else (0, 0, 0, 0)

    def _pixels(self, window):
        return self._framebuffer.sample(*self._place(window))

    def _mapped(self, wanted, smallest):
        """The newest window that answers to `wanted` among those mapped since the last question."""
        found, event = None, (ctypes.c_char * 192)()
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, byref(event))
            if ctypes.cast(event, POINTER(c_int))[0] != MAP_NOTIFY:
                continue
            window = ctypes.cast(ctypes.addressof(event) + 40, POINTER(c_ulong))[0]
            names = [self._property(window, name) for name in (b"_NET_WM_NAME", b"WM_NAME", b"WM_CLASS")]
            if re.search(wanted, " ".join(names), re.IGNORECASE) and self._place(window)[2] >= smallest:
                found = window
        return found

    def watch(self, wanted, started, rest, patience=30, smallest=200):
        """Seconds from `started` to the window's first map and to its paint; `rest`: seconds it takes to settle."""
        window, mapped, seen = None, None, []
        while True:
            now = time.monotonic()
            if now - started > (mapped + rest if mapped else patience):
                break
            select.select([self._x11.XConnectionNumber(self._display)], [], [], 0.003)
            newest = self._mapped(wanted, smallest)
            if newest:
                mapped = mapped or time.monotonic() - started
                window = newest
            # Once it has been there for a second, looking often would only slow it down.
            if window and (len(seen) < 2 or now - started < mapped + 1):
                pixels = self._pixels(window)
                seen.append((time.monotonic() - started, pixels))
        if window is None:
            return None
        final = self._pixels(window)
        return mapped, next((at for at, pixels in seen if painted(pixels, final)), None)


def painted(pixels, final):
    """Whether what stands out in the picture at rest already stood there."""
    if len(pixels) != len(final) or not final:
        return False
    pixels, final = memoryview(pixels).cast("I"), memoryview(final).cast("I")
    background = collections.Counter(final).most_common(1)[0][0]
    standing_out = [index for index, pixel in enumerate(final) if pixel != background]
    there = sum(pixels[index] == final[index] for index in standing_out)
    return there >= SHARE * len(standing_out)
