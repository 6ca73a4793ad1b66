# SPDX-License-Identifier: MIT
"""The figures that the project promises, each with what it is held against."""
import os
import re
import shutil
import statistics
import tempfile
import time

from demonstration import steps
from demonstration.outside import Outside
from demonstration.programs import Programs
from demonstration.virtual_session import VirtualSession
from demonstration.world import World
from start import medians, start_once

UNDO_SECONDS = 10


def figure(name, value, unit, reference=None, promised=None, spread=None):
    """(the line to print, the limit); `promised`: share of the reference, or the limit itself without one; `spread`:
    lowest, median and highest ratio of several turns."""
    line = {"name": name, "value": round(value, 3), "unit": unit, "reference": None, "ratio": None}
    if spread:
        line["spread"] = spread
    if reference is None:
        return line, promised
    line["reference"] = round(reference, 3)
    line["ratio"] = round(value / reference, 3)
    return line, None if promised is None else promised * reference


class SignedIn:
    """A director signed in with a company, in a home that can be started from again."""

    def __init__(self, binaries):
        self._work = tempfile.mkdtemp(prefix="proconnect-bench.")
        self.home = os.path.join(self._work, "home")
        self._binaries = binaries
        # The service and the sandbox stay up between starts of the desktop.
        self.programs = Programs(os.path.join(self._work, "logs"))
        self.session_programs = Programs(os.path.join(self._work, "session-logs"))

    def __enter__(self):
        try:
            self._sign_in()
        except BaseException:
            self._end()
            raise
        return self

    def _sign_in(self):
        session = VirtualSession(self.home, self.session_programs).start()
        session.adopt()
        from demonstration.walk import Walk

        environment = dict(session.environment)
        if os.geteuid() == 0:
            environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
        world = World(self.programs, self._binaries, os.path.join(self._work, "data"), environment)
        pictures = os.path.join(self._work, "pictures")
        os.makedirs(pictures)
        self.walk = Walk(world, session, environment, "fr", pictures)
        world.start_sandbox()
        world.start_service()
        self.walk.start_desktop()
        steps.sign_in(self.walk)
        steps.attach_company(self.walk)

    def leave_desktop(self):
        self.walk.window.close()
        self.walk.desktop.wait(20)
        self.session_programs.stop_all()

    def __exit__(self, *problem):
        self._end()

    def _end(self):
        self.programs.stop_all()
        self.session_programs.stop_all()
        shutil.rmtree(self._work, ignore_errors=True)


def start(binaries, runs):
    """Warm start from the copy on disk, in turns with KeePassXC."""
    with SignedIn(binaries) as signed_in, tempfile.TemporaryDirectory() as peer_home:
        signed_in.leave_desktop()
        # As on any other day: the language was kept.
        command = signed_in.walk.world.desktop_command()
        ours, peers = [], []
        # One start of each first, which fills the page cache and counts for nothing.
        for turn in range(runs + 1):
            peer = start_once("keepassxc", ["keepassxc"], peer_home, {})
            our = start_once("proconnect", command, signed_in.home, {})
            if turn:
                peers.append(peer)
                ours.append(our)
    our, peer = medians(ours), medians(peers)
    yield figure("start.mapped", our.mapped_ms, "ms", peer.mapped_ms)
    yield figure("start.painted", our.painted_ms, "ms", peer.painted_ms, 0.5)
    yield figure("start.resident", our.rss_mib, "MiB", peer.rss_mib, 2 / 3)
    yield figure("start.proportional", our.pss_mib, "MiB", peer.pss_mib)
    yield figure("start.web_engine", our.libraries.count("WebEngine"), "mappings", None, 0)


def decision(binaries, runs):
    """From the end of the undo time to the portal's page showing the account open."""
    taken = []
    with SignedIn(binaries) as signed_in:
        walk, outside = signed_in.walk, Outside(signed_in.walk.world)
        steps.open_page(walk, "nav.requests")
        for run in range(runs):
            family = "Dupont" + "abcdefghijkl"[run]
            steps.register(walk, "Jeanne", family)
            walk.window.click(re.compile(f"Jeanne {family}"), steps.ROWS)
            accept = walk.window.find_enabled(walk.text("a11y.accept", f"Jeanne {family}"), steps.BUTTON)
            # From before the click: what moves the mouse counts too, so that the figure is never too small.
            clicked = time.monotonic()
            walk.window.press(accept)
            outside.wait_for_row(steps.PORTAL, f"Jeanne {family}", "compte ouvert", seconds=UNDO_SECONDS + 10)
            taken.append(time.monotonic() - clicked - UNDO_SECONDS)
    yield figure("decision.portal_changed", 1000 * statistics.median(taken), "ms", None, 1000)
