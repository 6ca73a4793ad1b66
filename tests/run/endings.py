# SPDX-License-Identifier: MIT
"""However the demonstration ends, nothing that it started is left running."""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import types
import unittest
import urllib.request
import uuid

SOURCE = os.environ["PROCONNECT_SOURCE"]
sys.path.insert(0, os.path.join(SOURCE, "tools"))

from demonstration.programs import Programs  # noqa: E402
from demonstration.virtual_session import VirtualSession  # noqa: E402
from demonstration.words import Words  # noqa: E402
from demonstration.world import PORTS, free_ports  # noqa: E402

WORDS = Words("fr")
# Seconds: what is asked to end may take up to ten before it is made to.
PATIENCE = 40


def marked(mark):
    """Processes whose environment says that they come from the demonstration with that mark: pid and program."""
    found = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/environ", "rb") as file:
                if mark.encode() in file.read():
                    found[int(entry)] = os.path.basename(os.readlink(f"/proc/{entry}/exe"))
        except OSError:
            continue
    return found


def web_engines(ancestor):
    """Processes of the web engine below that process. Their own sandbox hides what marked() reads."""
    names, parents = {}, {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", encoding="ascii", errors="replace") as file:
                name, rest = file.read().split("(", 1)[1].rsplit(")", 1)
        except OSError:
            continue
        names[int(entry)], parents[int(entry)] = name, int(rest.split()[1])

    def below(pid):
        while pid in parents and pid != ancestor:
            pid = parents[pid]
        return pid == ancestor

    return {pid for pid, name in names.items() if name.startswith("QtWebEngine") and below(pid)}


def until(question, what):
    end = time.monotonic() + PATIENCE
    while not question():
        if time.monotonic() > end:
            raise AssertionError(f"not so after {PATIENCE} s: {what()}")
        time.sleep(0.1)


class Demonstration:
    """A run of what ./run starts, in the display of `session`."""

    def __init__(self, session, *arguments, ports=None):
        self.mark = uuid.uuid4().hex
        self.folder = tempfile.mkdtemp(prefix="endings.")
        self.ports = ports or free_ports(PORTS)
        self.log = open(os.path.join(self.folder, "run.log"), "w+", encoding="utf-8")
        command = ["/usr/bin/python3", "-m", "demonstration", "--binaries", os.environ["PROCONNECT_BINARIES"]]
        command += ["--output", self.folder, "--data", os.path.join(self.folder, "data")]
        command += ["--ports", *map(str, self.ports), *arguments]
        environment = {**session.environment, "PYTHONPATH": os.path.join(SOURCE, "tools"), "MARK": self.mark}
        self.driver = subprocess.Popen(command, env=environment, stdout=self.log, stderr=subprocess.STDOUT)

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def wait_until_said(self, text):
        until(lambda: text in self.said() or self.driver.poll() is not None, self.said)
        if self.driver.poll() is not None:
            raise AssertionError("ended too early:\n" + self.said())

    def pid(self, program):
        return next(pid for pid, name in marked(self.mark).items() if name == program)

    def window(self):
        from demonstration.window import Window

        window = Window(types.SimpleNamespace(pid=self.pid("proconnect"), status=None))
        window.find(WORDS.pattern("signin.button"), ("push button",))
        return window

    def expect_end(self, status):
        until(lambda: self.driver.poll() is not None, self.said)
        if self.driver.returncode != status:
            raise AssertionError(f"ended with {self.driver.returncode}, not {status}:\n{self.said()}")
        until(lambda: not marked(self.mark), lambda: f"left running: {marked(self.mark)}")

    def close(self):
        for pid in marked(self.mark):
            os.kill(pid, signal.SIGKILL)
        self.driver.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Endings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        room = tempfile.TemporaryDirectory(prefix="session.")
        cls.addClassCleanup(room.cleanup)
        programs = Programs(os.path.join(room.name, "logs"))
        cls.addClassCleanup(programs.stop_all)
        cls.session = VirtualSession(os.path.join(room.name, "home"), programs).start()
        cls.session.adopt()

    def start(self, *arguments, ports=None):
        demonstration = Demonstration(self.session, *arguments, ports=ports)
        self.addCleanup(demonstration.close)
        demonstration.wait_until_said("Ctrl-C to end")
        return demonstration

    def test_window_closed_endsAllThree(self):
        demonstration = self.start()
        demonstration.window().close()
        demonstration.expect_end(0)

    def test_signal_toTheRun_endsAllThree(self):
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            with self.subTest(signal=number.name):
                demonstration = self.start()
                demonstration.window()
                demonstration.driver.send_signal(number)
                demonstration.expect_end(status)

    def test_kill_oneProgram_endsTheOthersAndSaysWhich(self):
        for program in ("proconnect", "proconnectd", "proconnect-sandbox"):
            with self.subTest(program=program):
                demonstration = self.start()
                demonstration.window()
                os.kill(demonstration.pid(program), signal.SIGKILL)
                demonstration.expect_end(1)
                self.assertIn(f"{program}: ended with status -9", demonstration.said())

    def test_kill_theRunDuringASignIn_endsAllThreeAndTheWebEngine(self):
        demonstration = self.start()
        demonstration.window().click(WORDS.pattern("signin.button"))
        desktop = demonstration.pid("proconnect")
        until(lambda: web_engines(desktop), demonstration.said)
        engines = web_engines(desktop)
        demonstration.driver.kill()
        demonstration.expect_end(-signal.SIGKILL)
        until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in engines), lambda: f"left running: {engines}")

    def test_only_sandboxAndServiceApart_findEachOther(self):
        ports = free_ports(PORTS)
        sandbox = self.start("--only", "sandbox", ports=ports)
        service = self.start("--only", "service", ports=ports)
        names = {"python3", *marked(sandbox.mark).values(), *marked(service.mark).values()}
        self.assertNotIn("proconnect", names)
        for port, path in ((ports[1], "/boite"), (ports[3], "/healthz")):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                self.assertEqual(answer.status, 200)
        for demonstration in (service, sandbox):
            demonstration.driver.send_signal(signal.SIGINT)
            demonstration.expect_end(130)


if __name__ == "__main__":
    unittest.main(verbosity=2)
