# SPDX-License-Identifier: MIT
"""Reads of a company that has not changed, beside a static file of the same size; and ten thousand idle desktops."""
import time

import callers
from figures import figure
from static_files import nginx

CONNECTIONS = 8
DESKTOPS = 10_000
# How often an open window asks for news (core/sync).
PACE_MS = 30_000
# Signed before each turn; a turn that needs more fails.
SIGNED_PER_SECOND = 16_000


def unchanged(running):
    """One read for each company, of a snapshot that the reader knows."""
    calls = []
    for member in running.members:
        path = f"/v1/companies/{member.siren}/snapshot"
        tag = member.desktop.call("GET", path).headers["ETag"]
        calls.append({"by": member, "method": "GET", "path": path, "tag": tag})
    return calls


def settled(running):
    """The reads, once what a new company sets in motion is over."""
    calls = unchanged(running)
    while True:
        time.sleep(3)
        again = unchanged(running)
        if again == calls:
            return calls
        calls = again


def beside_nginx(running, calls, name, effort, more_processes):
    """In turns; the very same bytes are sent to both, so that nginx reads the long headers too."""
    member = running.members[0]
    size = len(member.desktop.call("GET", calls[0]["path"]).body)
    walls, processors = [], []
    with nginx([call["path"] for call in calls], size) as peer:
        # The first turn warms both up and does not count.
        for number in range(effort.turns + 1):
            requests = running.signed(calls, SIGNED_PER_SECOND * effort.seconds)
            ours, bytes_each = callers.turn(
                running.world.service, requests, effort.seconds, CONNECTIONS,
                lambda: running.processes() + more_processes(),
            )
            if bytes_each > size:
                raise AssertionError(f"answers of {bytes_each} bytes: not every read was unchanged")
            theirs, bytes_each = callers.turn(
                peer.address, requests, effort.seconds, CONNECTIONS, peer.processes, "again"
            )
            if bytes_each < size:
                raise AssertionError(f"nginx answered {bytes_each} bytes each, not the file of {size}")
            if number:
                walls.append((ours.wall, theirs.wall))
                processors.append((ours.processor, theirs.processor))
    ours, theirs = callers.middle(walls)
    yield figure(f"service.reads.{name}", ours, "µs", theirs, 1 / 0.25, callers.spread(walls))
    ours, theirs = callers.middle(processors)
    yield figure(f"service.reads.{name}.processor", ours, "µs", theirs, None, callers.spread(processors))


def desktops(running, calls, name, rounds):
    """Each on a connection of its own, as without a proxy: the worst case."""
    resident = running.resident_mib()
    report = running.run(calls, connections=DESKTOPS, total=rounds * DESKTOPS, expected=304, periodMs=PACE_MS)
    yield figure(f"service.desktops.{name}.p99", report["p99_ms"], "ms", None, 100)
    yield figure(f"service.desktops.{name}.unanswered", sum(report["others"].values()), "calls", None, 0)
    yield figure(f"service.desktops.{name}.resident", running.resident_mib(), "MiB", resident)
