# SPDX-License-Identifier: MIT
"""Decisions, beside pgbench with the same SQL on the same PostgreSQL."""
import os
import tempfile

import callers
import replay
from figures import figure
from many import many
from postgresql import DATABASE, postgresql

CLIENTS = 8
# Of the service's own code: a decision is this row, and nothing else writes it.
MARK = "INSERT INTO decision "
# The other rows are for what pgbench cannot serialise and tries again with another one.
REPLAYED = 0.4


def accepts(many_companies, rounds, prefix="load"):
    """One signed acceptance for each request; neighbours are of different companies."""
    calls = []
    for member, request in many_companies.deposit(rounds, prefix):
        signed = member.desktop.signed_decision("request.accept", member.siren, request["id"], request["version"])
        path = f"/v1/companies/{member.siren}/decisions"
        calls.append({"by": member, "method": "POST", "path": path, "body": signed, "contentType": "application/jose"})
    return [calls[i] for offset in range(rounds) for i in range(offset, len(calls), rounds)]


def decided(running, calls, clients):
    """Microseconds a decision; all of them must be taken."""
    report = running.run(calls, connections=clients, total=len(calls), expected=201)
    if report["others"]:
        raise AssertionError(f"not every decision was taken: {report}")
    return 1e6 * report["seconds"] / report["answered"]


def pieces(calls, count):
    return [calls[i * len(calls) // count:(i + 1) * len(calls) // count] for i in range(count)]


def on_sqlite(binaries, effort):
    with many(binaries, effort.companies) as running:
        running.hold_back(True)
        calls = accepts(running, effort.rounds)
        taken = [decided(running, piece, CLIENTS) for piece in pieces(calls, effort.turns + 1)]
    yield figure("service.decisions.sqlite", sorted(taken[1:])[len(taken) // 2 - 1], "µs")


def on_postgresql(binaries, effort):
    """The same calls from the same state: one after the other into a log, then by many clients, in turns with pgbench
    that runs what was logged on a copy."""
    with postgresql() as database, tempfile.TemporaryDirectory() as folder:
        database.query("CREATE DATABASE before")
        with many(binaries, effort.companies, {"PROCONNECT_DATABASE_URL": database.url()}) as running:
            running.hold_back(True)
            calls = accepts(running, effort.rounds)
            running.stop_service()
            for copy in ("logged", "replayed"):
                database.query(f"CREATE DATABASE {copy} TEMPLATE {DATABASE}")
            running.start_service(database.url("logged"))
            database.log_statements(True)
            decided(running, calls, 1)
            database.log_statements(False)
            found = replay.Replay(replay.units(database.log, MARK))
            found.fill(database.url("replayed"))
            script = os.path.join(folder, "decision.sql")
            with open(script, "w", encoding="utf-8") as file:
                file.write(found.script())
            running.start_service(database.url())
            turns = []
            for piece in pieces(calls, effort.turns + 1):
                ours = decided(running, piece, CLIENTS)
                runs = int(len(found) * REPLAYED / (effort.turns + 1))
                turns.append((ours, replay.drive(database.url("replayed"), script, CLIENTS, runs)))
    # The first turn warms both up.
    ours, theirs = callers.middle(turns[1:])
    yield figure("service.decisions.postgresql", ours, "µs", theirs, 1 / 0.6, callers.spread(turns[1:]))
