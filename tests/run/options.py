# SPDX-License-Identifier: MIT
"""The options of ./run and what it does with the folder of its data; nothing is built or started."""
import contextlib
import io
import os
import subprocess
import tempfile
import unittest
from unittest import mock

from demonstration import __main__ as driver

RUN = os.path.join(os.path.dirname(__file__), "..", "..", "run")


def run(*arguments):
    return subprocess.run([RUN, *arguments], capture_output=True, text=True, timeout=20)


class Options(unittest.TestCase):
    def test_help_any_saysEveryOption(self):
        done = run("--help")
        self.assertEqual(done.returncode, 0)
        for option in ("keep-data", "fresh", "data-dir", "language", "service-only", "sandbox-only", "walk"):
            self.assertIn("--" + option, done.stdout)

    def test_start_wrongOption_saysWhichAndHow(self):
        for wrong, said in ((["--nonsense"], "--nonsense"), (["--language", "de"], "fr or en"), (["--data-dir"], "value")):
            done = run(*wrong)
            self.assertEqual(done.returncode, 2, wrong)
            self.assertIn(said, done.stderr)
            self.assertIn("Usage: ./run", done.stderr)


class Data(unittest.TestCase):
    def setUp(self):
        room = tempfile.TemporaryDirectory()
        self.addCleanup(room.cleanup)
        self.folder = os.path.join(room.name, "data")

    def put(self, name):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="ascii"):
            return path

    def test_prepare_nothingThere_makesAPrivateFolder(self):
        driver.prepare(self.folder, fresh=False, walk=False)
        self.assertEqual(os.stat(self.folder).st_mode & 0o777, 0o700)

    def test_prepare_lastRunKept_leavesEverything(self):
        driver.prepare(self.folder, fresh=False, walk=False)
        kept = [self.put("clock-offset"), self.put("database")]
        driver.prepare(self.folder, fresh=False, walk=False)
        self.assertTrue(all(map(os.path.exists, kept)))

    def test_prepare_fresh_removesTheLastRun(self):
        driver.prepare(self.folder, fresh=False, walk=False)
        gone = [self.put("clock-offset"), self.put("database")]
        driver.prepare(self.folder, fresh=True, walk=True)
        self.assertFalse(any(map(os.path.exists, gone)))

    def test_prepare_someoneElsesFolder_isLeftAlone(self):
        os.makedirs(self.folder)
        kept = self.put("thesis.odt")
        for fresh in (False, True):
            with self.assertRaises(SystemExit):
                driver.prepare(self.folder, fresh=fresh, walk=False)
        self.assertTrue(os.path.exists(kept))

    def test_prepare_walkOverKeptData_isRefused(self):
        driver.prepare(self.folder, fresh=False, walk=False)
        kept = self.put("clock-offset")
        with self.assertRaises(SystemExit):
            driver.prepare(self.folder, fresh=False, walk=True)
        self.assertTrue(os.path.exists(kept))


class Root(unittest.TestCase):
    def said(self, user, environment):
        with mock.patch("os.geteuid", return_value=user), contextlib.redirect_stdout(io.StringIO()) as text:
            driver.root_notice(environment)
        return text.getvalue()

    def test_start_asRoot_saysThatTheWebSandboxIsOff(self):
        environment = {}
        self.assertIn("sandbox is off", self.said(0, environment))
        self.assertEqual(environment, {"QTWEBENGINE_DISABLE_SANDBOX": "1"})

    def test_start_asSomeoneElse_leavesTheWebSandboxOn(self):
        environment = {}
        self.assertEqual(self.said(1000, environment), "")
        self.assertEqual(environment, {})


if __name__ == "__main__":
    unittest.main()
