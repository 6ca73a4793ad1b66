# SPDX-License-Identifier: MIT
"""Measures starts: milliseconds from the start of the process to its window mapped and painted, and its memory."""
import dataclasses
import os
import re
import shutil
import statistics
import tempfile
import time

from demonstration.programs import Programs
from demonstration.virtual_session import VirtualSession
from framebuffer import Framebuffer
from x_watch import XWatch

# A window has come to rest, and memory is counted, this long after it was mapped.
REST_SECONDS = 3


@dataclasses.dataclass
class Start:
    mapped_ms: float
    painted_ms: float
    rss_mib: float
    pss_mib: float
    libraries: str


def family(root):
    """The process and all its descendants."""
    parents = {}
    for entry in os.listdir("/proc"):
        try:
            with open(f"/proc/{entry}/stat", encoding="ascii", errors="replace") as file:
                parents[int(entry)] = int(file.read().rsplit(")", 1)[1].split()[1])
        except (OSError, ValueError):
            continue
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def memory(processes):
    """Resident and proportional size of all processes, in MiB, and the names of what they map."""
    rss = pss = 0
    maps = ""
    for process in processes:
        try:
            with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
                text = file.read()
            with open(f"/proc/{process}/maps", encoding="utf-8") as file:
                maps += file.read()
        except OSError:
            continue
        rss += int(re.search(r"^Rss:\s+(\d+)", text, re.MULTILINE)[1])
        pss += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])
    return rss / 1024, pss / 1024, maps


def start_once(window, command, home, environment):
    """One start in a virtual session of its own; `home` keeps what the program finds there."""
    logs = tempfile.mkdtemp(prefix="proconnect-bench.")
    programs = Programs(logs)
    try:
        session = VirtualSession(home, programs).start(window_manager=False, framebuffer=logs)
        framebuffer = Framebuffer(logs)
        watch = XWatch(session.environment["DISPLAY"], framebuffer)
        # What assistive tools ask for is not part of an ordinary start.
        plain = {**session.environment, **environment}
        plain.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON")
        started = time.monotonic()
        program = programs.start("measured", command, plain)
        seen = watch.watch(window, started, REST_SECONDS)
        if seen is None or seen[1] is None:
            program.fail("showed no window")
        rss, pss, maps = memory(family(program.pid))
        watch.close()
        framebuffer.close()
        return Start(1000 * seen[0], 1000 * seen[1], rss, pss, maps)
    finally:
        programs.stop_all()
        shutil.rmtree(logs, ignore_errors=True)


def medians(starts):
    values = {
        field.name: statistics.median(getattr(start, field.name) for start in starts)
        for field in dataclasses.fields(Start)
        if field.name != "libraries"
    }
    return Start(**values, libraries="".join(start.libraries for start in starts))
