# SPDX-License-Identifier: MIT
"""The workstation locks, the person locks, and signs this computer out from another one."""
import os
import re
import signal
import sys

from gi.repository import Gio, GLib

from demonstration import steps

sys.path.append(os.path.join(os.environ["PROCONNECT_SOURCE"], "tests", "service", "live"))

import leftovers  # noqa: E402
from desktop import Desktop  # noqa: E402

DIRECTOR = "Claire.*Fabre"
REQUESTER = "Marguerite Aubrac"
SAVER = "org.freedesktop.ScreenSaver"


def screen_saver(walk, active):
    """What the screen locker of a desktop tells on the session's bus."""
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    address = walk.environment["DBUS_SESSION_BUS_ADDRESS"]
    bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
    bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                  GLib.Variant("(su)", (SAVER, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
    bus.emit_signal(None, "/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", GLib.Variant("(b)", (active,)))
    bus.flush_sync(None)
    bus.close_sync(None)


def nothing_is_told(walk):
    words = re.compile("Aubrac|Fabre|000 058 263", re.IGNORECASE)
    told = [str(node) for node in walk.window.nodes() if words.search(node.name + node.description)]
    assert not told, f"readable while locked: {told}"


def company_and_request(walk):
    window = walk.window
    steps.pass_franceconnect(walk, DIRECTOR)
    window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello"))
    steps.open_page(walk, "nav.requests")
    steps.register(walk, *REQUESTER.split())


def workstation_locks(walk):
    window = walk.window
    screen_saver(walk, True)
    window.find(walk.text("lock.title"))
    window.find(walk.text("lock.workstation"))
    nothing_is_told(walk)
    walk.picture("workstation-locked")
    screen_saver(walk, False)
    window.find(re.compile(REQUESTER), steps.ROWS)
    walk.picture("workstation-unlocked")
    assert not window.look(walk.text("lock.title"))


def person_locks(walk):
    window = walk.window
    window.keys("ctrl+l")
    window.find(walk.text("lock.body"))
    nothing_is_told(walk)
    walk.picture("locked")
    # Another start is no way around it.
    os.kill(walk.desktop.pid, signal.SIGKILL)
    walk.desktop.wait(10)
    walk.start_desktop()
    window = walk.window
    window.find(walk.text("lock.title"))
    nothing_is_told(walk)
    walk.picture("locked-after-a-start")
    steps.pass_franceconnect(walk, DIRECTOR)
    window.find(walk.text("home.hello"))
    walk.picture("signed-in-again")


def signed_out_from_another_computer(walk):
    window = walk.window
    other = Desktop(walk.world)
    other.sign_in("D2", device="portable · Debian 12")
    steps.open_page(walk, "nav.settings")
    window.find(re.compile("portable · Debian 12"))
    window.find(re.compile(re.escape(walk.words.text("dev.here"))))
    walk.picture("computers")
    listed = other.call("GET", "/v1/sessions").json()["sessions"]
    ours = next(one for one in listed if not one.get("current"))
    assert other.call("POST", f"/v1/sessions/{ours['id']}/end").status == 200
    window.find(re.compile(re.escape(walk.words.text("err.session.elsewhere").split(".")[0])))
    nothing_is_told(walk)
    walk.picture("signed-out-from-another-computer")
    folder = os.path.join(walk.world.folder, "desktop")
    kept = [name for name in os.listdir(folder) if name.endswith(".pced")]
    assert not kept, f"left on the disk: {kept}"
    walk.window.until(lambda: not leftovers.kept_secrets(walk.session.environment), 20, "an empty key store")


STEPS = [
    ("a company with a request", company_and_request),
    ("the workstation locks and unlocks", workstation_locks),
    ("the person locks, and signs in", person_locks),
    ("signed out from another computer", signed_out_from_another_computer),
]
