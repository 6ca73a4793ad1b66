# SPDX-License-Identifier: MIT
"""Walks through the application step by step, and says of each step whether it went well."""
import os
import time

from demonstration import steps
from demonstration.programs import ProgramFailed
from demonstration.window import NotThere, Window
from demonstration.words import Words

STEPS = [
    ("sign in with FranceConnect", steps.sign_in),
    ("attach a company", steps.attach_company),
    ("home: what waits, what deserves a look, who has access", steps.look_at_home),
    ("answer requests", steps.answer_requests),
    ("see every account, close one", steps.close_account),
    ("certify my account", steps.certify_account),
    ("set the contact e-mail", steps.set_contact_email),
    ("quit, start again from the copy, sign out", steps.start_again_and_leave),
]


class Unnamed(Exception):
    """A control that says nothing to a screen reader."""


class Walk:
    """One director at one window. `check`: called with a moment's name, for what a test looks at besides. `way`: the
    steps, names with functions."""

    def __init__(self, world, session, environment, language, output, check=lambda moment, walk: None, way=tuple(STEPS)):
        self.world = world
        self.session = session
        self.language = language
        self.words = Words(language)
        self.check = check
        self._way = way
        # The page of the web view is seen by assistive tools only when asked for.
        self.environment = {**environment, "QTWEBENGINE_CHROMIUM_FLAGS": "--force-renderer-accessibility"}
        self._output = output
        self._pictures = 0
        self.service = self.desktop = self.window = None

    def run(self):
        """0 when every step went well. A step that fails ends the walk: the next ones stand on it."""
        for old in os.listdir(self._output):
            if old.endswith(".png"):
                os.remove(os.path.join(self._output, old))
        self.world.start_sandbox()
        self.service = self.world.start_service()
        self.start_desktop()
        for number, (name, step) in enumerate(self._way, start=1):
            started = time.monotonic()
            try:
                step(self)
            except (NotThere, ProgramFailed, Unnamed, LookupError, OSError, AssertionError) as problem:
                self.picture("failed")
                print(f"step {number}: {name}: FAILED\n{type(problem).__name__}: {problem}", flush=True)
                return 1
            print(f"step {number}: {name}: ok ({time.monotonic() - started:.1f} s)", flush=True)
        print(f"{len(self._way)} steps, {self._pictures} pictures in {self._output}")
        return 0

    def start_desktop(self):
        self.desktop = self.world.start_desktop(self.environment, self.language)
        self.window = Window(self.desktop)

    def text(self, key, *values):
        """What to look for on the screen for a key of the table of texts."""
        return self.words.pattern(key, *values)

    def picture(self, name):
        """A picture of the screen; also the moment to see that every control on it has a name."""
        self._pictures += 1
        try:
            self.window.picture(os.path.join(self._output, f"{self._pictures:02d}-{name}.png"))
        except (ValueError, OSError, AttributeError, NotThere, ProgramFailed):
            if name != "failed":
                raise
        if name != "failed":
            silent = self.window.unnamed()
            if silent:
                raise Unnamed(f"on {name}: " + "; ".join(silent))
