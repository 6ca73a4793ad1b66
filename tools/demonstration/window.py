# SPDX-License-Identifier: MIT
"""The application's windows as a person meets them: found by what a screen reader says, used by mouse and keys."""
import os
import re
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from demonstration.x_windows import ask_to_close, place_of  # noqa: E402

# Controls that a person acts on: each must say what it is.
CONTROLS = {
    "push button",
    "toggle button",
    "check box",
    "radio button",
    "combo box",
    "entry",
    "text",
    "password text",
    "page tab",
    "link",
    "menu item",
    "spin button",
}


# What is pressed, whatever it looks like.
PRESSED = ("push button", "toggle button", "radio button", "check box", "list item", "page tab", "menu item", "link")


# Seconds for something to appear: generous, since only what is missing waits so long.
PATIENCE = 60


class NotThere(Exception):
    """What a step looked for is not on the screen."""


class Node:
    """One accessible object; every question is asked anew, nothing is remembered."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def showing(self):
        return self.has(Atspi.StateType.SHOWING)

    @property
    def enabled(self):
        return self.has(Atspi.StateType.ENABLED)

    @property
    def box(self):
        """x, y, width, height on the screen."""
        component = self.accessible.get_component_iface()
        if component is None:
            raise GLib.Error("it went away")
        box = component.get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    @property
    def text(self):
        interface = self.accessible.get_text_iface()
        return interface.get_text(0, -1) if interface else ""

    def children(self):
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child:
                yield Node(child)

    def walk(self):
        """This node and everything shown below it."""
        yield self
        for child in self.children():
            try:
                if child.showing:
                    yield from child.walk()
            except GLib.Error:
                # It went away between two questions, as things on a screen do.
                continue

    def __str__(self):
        return f"{self.role} “{self.name}”"


def matches(node, wanted, roles):
    """The name first: each question is a message to the program, and few names match."""
    name = node.name
    named = bool(wanted.search(name)) if isinstance(wanted, re.Pattern) else name == wanted
    return named and (not roles or node.role in roles)


class Window:
    """All windows of one program."""

    def __init__(self, program):
        self._program = program
        Atspi.init()
        # Milliseconds: on a busy machine the program is slow to answer, which is no reason to pass over a control.
        Atspi.set_timeout(5000, 15000)
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)

    def application(self):
        """The program's own entry on the accessibility bus."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_process_id() == self._program.pid:
                    return Node(child)
            except GLib.Error:
                continue
        return None

    def nodes(self):
        application = self.application()
        if application:
            frames = [frame for frame in application.children() if frame.showing]
            # What a dialog stands on cannot be reached before it is answered.
            for frame in [frame for frame in frames if frame.role == "dialog"] or frames:
                yield from frame.walk()

    def until(self, question, seconds, what):
        """The first true answer to `question`, asked again and again."""
        end = time.monotonic() + seconds
        while True:
            try:
                answer = question()
            except GLib.Error:
                answer = None
            if answer:
                return answer
            if self._program.status is not None:
                self._program.fail(f"ended with status {self._program.status} while waiting for {what}")
            if time.monotonic() > end:
                raise NotThere(f"not on the screen within {seconds} s: {what}\n{self.describe()}")
            time.sleep(0.05)

    def look(self, wanted, roles=()):
        """The first node with that name now, or None."""
        return next((node for node in self.nodes() if matches(node, wanted, roles)), None)

    def find(self, wanted, roles=(), seconds=PATIENCE):
        shown = wanted.pattern if isinstance(wanted, re.Pattern) else wanted
        return self.until(lambda: self.look(wanted, roles), seconds, f"{'/'.join(roles)} “{shown}”")

    def find_enabled(self, wanted, roles=(), seconds=PATIENCE):
        def question():
            node = self.look(wanted, roles)
            return node if node and node.enabled else None

        shown = wanted.pattern if isinstance(wanted, re.Pattern) else wanted
        return self.until(question, seconds, f"enabled {'/'.join(roles)} “{shown}”")

    def wait_gone(self, wanted, seconds=PATIENCE):
        self.until(lambda: not self.look(wanted), seconds, f"the end of “{wanted}”")

    def click(self, wanted, roles=PRESSED, seconds=PATIENCE):
        """Presses the middle of a control with the mouse, scrolling to it first if need be."""

        def attempt():
            # A list that is filled anew takes its lines away between two questions; the next attempt finds the new ones.
            self.press(self.find_enabled(wanted, roles, seconds))
            return True

        shown = wanted.pattern if isinstance(wanted, re.Pattern) else wanted
        self.until(attempt, seconds, f"something to press “{shown}”")

    def press(self, node):
        self._scroll_to(node)
        x, y, width, height = self._place_of(node)
        self._do("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def _scroll_to(self, node):
        for _ in range(40):
            _, y, _, height = self._place_of(node)
            left, top, wide, high = self._place_of(self._frame_of(node))
            middle = y + height // 2
            if top + 8 <= middle <= top + high - 40:
                return
            self._do("mousemove", str(left + wide // 2), str(top + high // 2))
            self._do("click", "5" if middle > top + high - 40 else "4")
            time.sleep(0.05)
        raise NotThere(f"cannot be scrolled to: {node}")

    def _place_of(self, node):
        """x, y, width, height on the screen. A program that is told late where its window was put says that it stands in
        the corner: X knows better."""
        x, y, width, height = node.box
        left, top, *size = self._frame_of(node).box
        for window in reversed(self._windows()):
            real = place_of(os.environ["DISPLAY"], window)
            if list(real[2:]) == size:
                return x - left + real[0], y - top + real[1], width, height
        return x, y, width, height

    def _frame_of(self, node):
        accessible = node.accessible
        while True:
            parent = accessible.get_parent()
            if parent is None or parent.get_role_name() in ("application", "desktop frame"):
                return Node(accessible)
            accessible = parent

    def type(self, text):
        self._do("type", "--delay", "15", "--", text)

    def keys(self, *names):
        self._do("key", "--delay", "30", *names)

    def fill(self, wanted, text, roles=("entry", "text", "password text"), seconds=PATIENCE):
        """Puts the caret in a field with the mouse, replaces what stands there."""
        self.click(wanted, roles, seconds)
        self.keys("ctrl+a", "Delete")
        self.type(text)

    def close(self):
        """What the close button of a window manager does to the program's main window."""
        ask_to_close(os.environ["DISPLAY"], self._windows("--name", "ProConnect"))

    def unnamed(self):
        """Controls on the screen that say nothing to a screen reader."""
        return self.until(lambda: (self._unnamed(),), 10, "a screen that keeps still")[0]

    def _unnamed(self):
        return [f"{node} at {node.box}" for node in self.nodes() if node.role in CONTROLS and not node.name]

    def describe(self):
        try:
            lines = [f"  {node}" for node in self.nodes() if node.name and node.role != "filler"]
        except GLib.Error as error:
            lines = [f"  (the window does not answer: {error.message})"]
        return "on the screen:\n" + "\n".join(lines[:120])

    def picture(self, path):
        """What the screen shows, cut to the largest window."""

        def largest():
            frames = [self._place_of(frame) for frame in self.application().children() if frame.showing]
            return max(frames, key=lambda box: box[2] * box[3])

        x, y, width, height = self.until(largest, 10, "a window")
        crop = f"{width}x{height}+{max(x, 0)}+{max(y, 0)}"
        subprocess.run(["import", "-window", "root", "-crop", crop, "+repage", path], check=True)

    def _windows(self, *which):
        """The program's windows as X numbers them, from the lowest to the topmost."""
        command = ["xdotool", "search", "--onlyvisible", "--all", "--pid", str(self._program.pid), *which]
        return [int(window) for window in subprocess.run(command, capture_output=True, text=True).stdout.split()]

    @staticmethod
    def _do(*arguments):
        subprocess.run(["xdotool", *arguments], check=True, capture_output=True)
