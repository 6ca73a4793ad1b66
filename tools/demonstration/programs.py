# SPDX-License-Identifier: MIT
"""Programs that this run started; they are ended by their own process ids, never by name."""
import ctypes
import os
import re
import signal
import subprocess
import time

LIBC = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG = 1


def end_with(parent):
    """In the child: it is ended when its parent ends, even by a signal that nobody can catch."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)


class ProgramFailed(Exception):
    """A program did not start, or ended when it should not have."""


class Program:
    """One child process whose output goes to a file."""

    def __init__(self, name, command, environment, log, keep=(), text=None):
        self.name = name
        self.log = log
        parent = os.getpid()
        with open(log, "wb") as output:
            self._process = subprocess.Popen(
                command,
                env=environment,
                pass_fds=keep,
                stdin=subprocess.PIPE if text else subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # Ctrl-C in the terminal reaches this run only, which then ends its children in order.
                start_new_session=True,
                preexec_fn=lambda: end_with(parent),
            )
        if text:
            self._process.stdin.write(text)
            self._process.stdin.close()

    @property
    def pid(self):
        return self._process.pid

    @property
    def status(self):
        """Exit status, or None while it runs."""
        return self._process.poll()

    def maps(self, library):
        """Whether the process, or a child of it, has in memory a library whose path has this in it."""
        with open(f"/proc/{self.pid}/task/{self.pid}/children", encoding="ascii") as file:
            processes = [self.pid, *map(int, file.read().split())]
        for process in processes:
            with open(f"/proc/{process}/maps", encoding="utf-8") as file:
                if library in file.read():
                    return True
        return False

    def output(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def fail(self, what):
        tail = "\n".join(self.output().splitlines()[-20:])
        raise ProgramFailed(f"{self.name}: {what}\n{tail}")

    def wait_for_output(self, pattern, seconds=30):
        """The first match of `pattern` in what the program wrote."""
        end = time.monotonic() + seconds
        while True:
            match = re.search(pattern, self.output())
            if match:
                return match
            if self.status is not None:
                self.fail(f"ended with status {self.status}")
            if time.monotonic() > end:
                self.fail(f"did not write {pattern!r} within {seconds} s")
            time.sleep(0.02)

    def wait(self, seconds):
        """Exit status, waiting for the end by itself; `seconds` None: for as long as it takes."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.fail(f"did not end within {seconds} s")

    def stop(self, seconds=10):
        """Asks it to end, and ends it if it does not; exit status."""
        if self.status is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        return self.status


class Programs:
    """Started in order, ended in the opposite order, whatever happens between."""

    def __init__(self, logs):
        self._logs = logs
        self._started = []
        os.makedirs(logs, exist_ok=True)

    def start(self, name, command, environment, keep=(), text=None):
        """`keep`: file descriptors that the program inherits; `text`: all of its standard input."""
        log = os.path.join(self._logs, name + ".log")
        program = Program(name, command, environment, log, keep, text)
        self._started.append(program)
        return program

    def wait_for_first_end(self):
        """The first program that ends by itself, however long that takes."""
        while True:
            for program in self._started:
                if program.status is not None:
                    return program
            time.sleep(0.1)

    def stop_all(self):
        while self._started:
            self._started.pop().stop()
