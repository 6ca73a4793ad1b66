# SPDX-License-Identifier: MIT
"""What puts the load on a server, and what the server's processes spend meanwhile."""
import json
import os
import statistics
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TICKS = os.sysconf("SC_CLK_TCK")


def family(pid):
    """The process and its children."""
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [pid, *map(int, file.read().split())]


def processor_seconds(pids):
    """What the processes have spent, in their own code and in the kernel."""
    spent = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat", encoding="ascii") as file:
                fields = file.read().rpartition(")")[2].split()
        except FileNotFoundError:
            continue
        spent += int(fields[11]) + int(fields[12])
    return spent / TICKS


class Turn:
    """What one turn costs for each call, in microseconds: of the clock, and of the server's processor time."""

    def __init__(self, wall, processor):
        self.wall, self.processor = wall, processor


def turn(address, requests, seconds, connections, servers, how="once"):
    """(what it cost, bytes of an answer) of `requests`, sent by wrk over connections that stay open: each once, or
    again from the first. `servers` gives the processes."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"".join(requests))
        file.flush()
        before = processor_seconds(servers())
        script = os.path.join(HERE, "unchanged.lua")
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script, address, "--", file.name, how]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        spent = processor_seconds(servers()) - before
    report = json.loads(done.stdout.splitlines()[-1])
    if report["errors"]:
        raise AssertionError(f"not every call was answered: {done.stdout}")
    answered = report["answered"]
    return Turn(report["microseconds"] / answered, 1e6 * spent / answered), report["bytes"] / answered


def middle(pairs):
    """Of (ours, theirs), measured one after the other: the pair whose ratio is the median of all."""
    pairs = sorted(pairs, key=lambda pair: pair[0] / pair[1])
    return pairs[len(pairs) // 2]


def spread(pairs):
    """Lowest, median and highest ratio."""
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    return [round(each, 3) for each in (ratios[0], statistics.median(ratios), ratios[-1])]
