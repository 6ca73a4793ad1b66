# SPDX-License-Identifier: MIT
"""The same work hour after hour: does the service keep what it no longer needs?"""
import statistics
import sys
import time

import reads
from decisions import accepts
from figures import figure
from many import many

COMPANIES = 8
# Of the warming up: what is kept for a while (proofs two minutes, access tokens a day) is not there from the start.
WARM_SHARE = 1 / 4
CONNECTIONS = 40
PACE_MS = 500
TURN_SECONDS = 20


def one_turn(running, number):
    """Unchanged reads at a steady pace; then what changes something: a sign-in, deposits, decisions, whole reads."""
    for member in running.members:
        member.desktop.snapshot(member.siren)
    calls = reads.settled(running)
    report = running.run(calls, connections=CONNECTIONS, total=CONNECTIONS * TURN_SECONDS * 1000 // PACE_MS,
                         expected=304, periodMs=PACE_MS)
    running.members[number % COMPANIES].sign_in()
    decided = running.run(list(accepts(running, 1, f"turn{number}")), connections=2, total=COMPANIES, expected=201)
    return report["answered"], sum(report["others"].values()) + sum(decided["others"].values())


def soak(binaries, minutes):
    """Resident memory of the last quarter beside that of the second; the first is for warming up."""
    samples, answered, others = [], 0, 0
    with many(binaries, COMPANIES) as running:
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            good, bad = one_turn(running, len(samples))
            answered, others = answered + good, others + bad
            samples.append(running.resident_mib())
            print(f"{samples[-1]:.1f} MiB, {answered} reads", file=sys.stderr, flush=True)
    quarter = max(1, int(len(samples) * WARM_SHARE))
    before, after = statistics.median(samples[quarter:2 * quarter]), statistics.median(samples[-quarter:])
    yield figure("service.soak.minutes", minutes, "min")
    yield figure("service.soak.reads", answered, "calls")
    yield figure("service.soak.unanswered", others, "calls", None, 0)
    yield figure("service.soak.resident", after, "MiB", before, 1.03)
