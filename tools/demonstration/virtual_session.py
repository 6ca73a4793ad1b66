# SPDX-License-Identifier: MIT
"""A desktop session without a screen: virtual display, private session bus, unlocked key store."""
import os
import subprocess

# The display's size: the application's default window and some room around it.
SCREEN = "1440x960x24"


class VirtualSession:
    """Everything in it lives in `home` and ends with stop()."""

    def __init__(self, home, programs):
        self._programs = programs
        self.home = home
        self.runtime = os.path.join(home, "run")
        temporary = os.path.join(home, "tmp")
        for folder in (self.runtime, temporary):
            os.makedirs(folder, mode=0o700, exist_ok=True)
        self.environment = {
            "HOME": home,
            "TMPDIR": temporary,
            "XDG_RUNTIME_DIR": self.runtime,
            "XDG_DATA_HOME": os.path.join(home, ".local/share"),
            "XDG_CONFIG_HOME": os.path.join(home, ".config"),
            "XDG_CACHE_HOME": os.path.join(home, ".cache"),
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C.UTF-8",
            "TZ": "Europe/Paris",
            # Qt offers its controls to assistive tools only when one is known to be there.
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def start(self, window_manager=True, framebuffer=None):
        """A measurement does without the window manager, whose work would count as the program's, and reads what
        the display shows from a file in the folder `framebuffer`."""
        self._start_display(framebuffer)
        self._start_bus()
        self._unlock_key_store()
        if window_manager:
            self._programs.start("window-manager", ["openbox", "--sm-disable"], self.environment)
            # Shadows of dialogs are translucent, which only a compositor shows.
            self._programs.start("compositor", ["xcompmgr"], self.environment)
        return self

    def take_key_store_away(self):
        """From now on none answers, and none can be started."""
        self._key_store.stop()
        places = os.path.join(self.runtime, "dbus-1", "services")
        os.makedirs(places, exist_ok=True)
        for name in ("org.freedesktop.secrets", "org.gnome.keyring"):
            with open(os.path.join(places, name + ".service"), "w", encoding="ascii") as file:
                file.write(f"[D-BUS Service]\nName={name}\nExec=/bin/false\n")
        subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus"]
            + ["--method", "org.freedesktop.DBus.ReloadConfig"],
            env=self.environment,
            capture_output=True,
            check=True,
        )

    def adopt(self):
        """Makes this process a client of the session: the accessibility library reads its own environment."""
        os.environ.update(self.environment)

    def _start_display(self, framebuffer):
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
        if framebuffer:
            command += ["-fbdir", framebuffer]
        self._display = self._programs.start("display", command, self.environment, keep=[writer])
        os.close(writer)
        # The number and its line feed come apart, and the display ends when it cannot write the second.
        with os.fdopen(reader) as announced:
            number = announced.readline().strip()
        if not number:
            self._display.fail("gave no display")
        self.environment["DISPLAY"] = ":" + number

    def _start_bus(self):
        address = "unix:path=" + os.path.join(self.runtime, "bus")
        command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address, "--print-address=1"]
        bus = self._programs.start("session-bus", command, self.environment)
        bus.wait_for_output("unix:path=")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def _unlock_key_store(self):
        """Unlocked first: a locked key store would open a prompt that nobody sees, and wait for ever."""
        command = ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground"]
        self._key_store = self._programs.start("key-store", command, self.environment, text=b"demonstration")
        end = subprocess.run(
            ["gdbus", "wait", "--session", "--timeout", "20", "org.freedesktop.secrets"],
            env=self.environment,
            capture_output=True,
            check=False,
        )
        if end.returncode:
            self._key_store.fail("did not come to the session bus")
