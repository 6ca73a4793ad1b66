# SPDX-License-Identifier: MIT
"""The service under load, beside others that do the same work in the same run."""
import os
import subprocess

import decisions
import reads
import soaking
from many import many
from postgresql import postgresql


class Effort:
    """How much is measured: `turns` of each measure that counts, of `seconds` each."""

    def __init__(self, companies, rounds, turns, seconds, desktop_rounds):
        self.companies, self.rounds, self.turns, self.seconds = companies, rounds, turns, seconds
        self.desktop_rounds = desktop_rounds


FULL = Effort(companies=32, rounds=30, turns=5, seconds=2, desktop_rounds=3)
# Ratios of one run on a machine that does other work too; no desktops.
QUICK = Effort(companies=16, rounds=24, turns=3, seconds=1, desktop_rounds=0)


def build_load(binaries):
    build = os.path.dirname(binaries)
    subprocess.run(["cmake", "--build", build, "--target", "service-load"], check=True, stdout=subprocess.DEVNULL)


def all_reads(binaries, name, environment, effort, more_processes):
    with many(binaries, effort.companies, environment) as running:
        calls = reads.settled(running)
        yield from reads.beside_nginx(running, calls, name, effort, more_processes)
        if effort.desktop_rounds:
            yield from reads.desktops(running, calls, name, effort.desktop_rounds)


def service(binaries, options):
    build_load(binaries)
    effort = QUICK if options.quick else FULL
    yield from decisions.on_sqlite(binaries, effort)
    yield from decisions.on_postgresql(binaries, effort)
    yield from all_reads(binaries, "sqlite", None, effort, list)
    with postgresql() as database:
        yield from all_reads(binaries, "postgresql", {"PROCONNECT_DATABASE_URL": database.url()}, effort,
                             database.processes)


def soak(binaries, options):
    build_load(binaries)
    yield from soaking.soak(binaries, options.minutes)
