# SPDX-License-Identifier: MIT
"""Service, database and portal are killed at random moments while directors decide: nothing is lost, nothing doubled.

Power is not cut: what the kernel holds is kept.

crashes.py DATABASE ROUNDS [SEED]: DATABASE is sqlite or postgresql."""
import collections
import contextlib
import http.client
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import live
from demonstration.world import free_ports
from desktop import Desktop, Portal

sys.path.append(os.path.join(live.SOURCE, "tests", "service", "postgresql"))
import durable_portal  # noqa: E402
import server as postgresql  # noqa: E402

# Seconds for one call to get through, and for a round to go on.
PATIENCE = 90
# Between two decisions of one director: enough for a load that two processors carry beside other tests.
PAUSE = 0.03


def kill(pid):
    """As a fault would: no signal that a program could answer."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


class Service:
    name = "service"

    def __init__(self, world, settings, address=None):
        self._world, self._settings, self._running = world, settings, None
        self._address = address or world.service

    def start(self):
        self._running = self._world.start_service(self._settings, self._address)

    def kill(self):
        kill(self._running.pid)
        live.eventually(lambda: self._running.status is not None)


class DurablePortal:
    name = "portal"

    def __init__(self, folder):
        self._port, self.journal = free_ports(1)[0], os.path.join(folder, "portal.journal")
        self.address = f"http://127.0.0.1:{self._port}/evenements"
        self._running = None

    def start(self):
        program = os.path.join(os.path.dirname(__file__), "durable_portal.py")
        command = [sys.executable, program, str(self._port), self.journal]
        self._running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._running.stdout.readline() == "ready\n"

    def kill(self):
        self._running.kill()
        self._running.wait()
        self._running.stdout.close()


class Sqlite:
    def __init__(self, folder):
        self._file = os.path.join(folder, "service", "proconnectd.sqlite")

    def rows(self, statement):
        command = ["sqlite3", "-separator", "|", self._file, ".timeout 10000", statement]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


class Postgresql:
    name = "database"

    def __init__(self):
        self._folder, password = tempfile.mkdtemp(prefix="proconnect-crashes."), secrets.token_hex(16)
        self._data, self._port = postgresql.make_cluster(self._folder, password), postgresql.free_port()
        self._server = None
        self._base = f"postgresql://{postgresql.USER}:{password}@127.0.0.1:{self._port}/"
        self.url = self._base + "crashes"

    def start(self):
        """Tries again while what is left of the last one still holds its memory."""
        end = time.monotonic() + PATIENCE
        while True:
            # As docs/operations.md asks for.
            kept = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
            self._server = postgresql.start_server(self._folder, self._data, self._port, **kept)
            while self._server.poll() is None:
                ready = [postgresql.tool("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self._port)]
                if subprocess.run(ready, check=False).returncode == 0:
                    return
                assert time.monotonic() < end, "PostgreSQL does not answer"
                time.sleep(0.02)
            assert time.monotonic() < end, "PostgreSQL does not start"

    def create(self):
        subprocess.run(["psql", self._base + "postgres", "-qc", "CREATE DATABASE crashes"], check=True)

    def kill(self):
        with open(f"/proc/{self._server.pid}/task/{self._server.pid}/children", encoding="ascii") as file:
            children = [int(pid) for pid in file.read().split()]
        for pid in [self._server.pid, *children]:
            kill(pid)
        self._server.wait()

    def rows(self, statement):
        command = ["psql", self.url, "-qAt", "-F", "|", "-c", statement]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()

    def gone(self):
        if self._server and self._server.poll() is None:
            self._server.send_signal(signal.SIGQUIT)
            self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


class Director(threading.Thread):
    """Has a request deposited and decides it, again and again, each call until it gets its answer."""

    def __init__(self, world, person, siren, number, instances=()):
        """`instances`: addresses of the instances behind the service's; another is tried when one does not answer."""
        super().__init__(daemon=True)
        self._world, self._siren, self._number = world, siren, number
        self._instances = list(instances)
        self.desktop, self._portal = Desktop(world), Portal(world, "impots")
        self.desktop.sign_in(person)
        attached = self.desktop.call("POST", "/v1/companies", {"siren": siren})
        assert attached.status in (200, 201), attached.body
        self.taken = []  # (decision, reference, receipt number, code)
        self.repeated = collections.Counter()
        self.trouble, self.stopping = None, False
        self._turn()

    def _turn(self):
        if self._instances:
            self._instances.append(self._instances.pop(0))
            self.desktop.through = self._portal.through = self._instances[0]

    def run(self):
        try:
            while not self.stopping:
                self._step(len(self.taken))
                time.sleep(PAUSE)
        except Exception as trouble:  # told by the test's own thread
            self.trouble = trouble

    def _step(self, count):
        name = f"{self._number}-{count}"
        # The same at each attempt, so that it is the same call.
        now = self._world.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        deposited = self._until((202,), lambda: self._portal.deposit(self._siren, name, requestedAt=now))
        reference = deposited.json()["reference"]
        signed = self.desktop.signed_decision("request.accept", self._siren, reference, 1)
        receipt = self._until((200, 201), lambda: self.desktop.decide(self._siren, signed)).json()
        self.taken.append((receipt["decisionId"].lower(), reference, receipt["receiptNumber"], receipt["verificationCode"]))

    def _until(self, wanted, call):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                answer = call()
            except (OSError, http.client.HTTPException) as unreachable:
                why = type(unreachable).__name__
                self._turn()
            else:
                if answer.status in wanted:
                    return answer
                why = f"{answer.status} {answer.code}"
                if answer.status == 401:
                    self._renew()
                else:
                    # Nothing else may be said to somebody who is in the right.
                    assert answer.status == 503, (answer.status, answer.body)
            self.repeated[why] += 1
            assert time.monotonic() < end, f"no answer for {PATIENCE} s: {why}"
            time.sleep(0.05)

    def _renew(self):
        self._portal = Portal(self._world, "impots")
        self._portal.through = self.desktop.through
        with contextlib.suppress(OSError, http.client.HTTPException):
            self.desktop.renew()


class Crashes:
    def __init__(self, world, database, victims, directors, seed):
        self._world, self._database, self._directors = world, database, directors
        self._victims, self._random = victims, random.Random(seed)
        self.killed = collections.Counter()
        self.slowest = 0.0

    def _taken(self):
        for director in self._directors:
            if director.trouble:
                raise director.trouble
        return sum(len(director.taken) for director in self._directors)

    def round(self):
        time.sleep(self._random.uniform(0, 0.25))
        count = 1 if self._random.random() < 0.8 else 2
        # In the order in which they can start: the service needs its database.
        chosen = sorted(self._random.sample(self._victims, count), key=self._victims.index)
        for victim in chosen:
            victim.kill()
            self.killed[victim.name] += 1
        time.sleep(self._random.choice([0, 0, self._random.uniform(0, 0.2)]))
        started = time.monotonic()
        for victim in chosen:
            victim.start()
        before = self._taken()

        def goes_on():
            """a decision was taken since"""
            return self._taken() > before

        live.eventually(goes_on, PATIENCE)
        self.slowest = max(self.slowest, time.monotonic() - started)

    def end(self):
        for director in self._directors:
            director.stopping = True
        for director in self._directors:
            director.join(PATIENCE * 2)
            assert not director.is_alive()
        return self._taken()

    def nothing_lost(self):
        told = {(taken[0], taken[2], taken[3]) for director in self._directors for taken in director.taken}
        kept = self._database.rows("SELECT id, receipt_number, verification_code FROM decision")
        kept = {tuple(row.split("|")) for row in kept}
        assert told == kept, f"{len(told - kept)} lost, {len(kept - told)} that nobody was told of"

    def seen_once(self, journal):
        # How long the pauses between attempts grow is tested elsewhere: what waits for its next one is made due.
        self._database.rows("UPDATE delivery SET next_attempt_at = created_at WHERE state = 'waiting' AND claimed_by = ''")

        def all_delivered():
            """nothing waits for a portal"""
            return self._database.rows("SELECT COUNT(*) FROM delivery WHERE state = 'waiting'") == ["0"]

        live.eventually(all_delivered, 300)
        seen = collections.defaultdict(list)
        again = 0
        for kind, jti, reference in durable_portal.lines(journal):
            again += kind == "again"
            if kind == "taken":
                seen[reference].append(jti)
        decided = {taken[1] for director in self._directors for taken in director.taken}
        assert set(seen) == decided, f"{len(decided - set(seen))} never seen, {len(set(seen) - decided)} undecided"
        doubled = {reference: ids for reference, ids in seen.items() if len(ids) != 1}
        assert not doubled, f"seen twice: {doubled}"
        return again

    def chain_whole(self, environment):
        return live.evidence_whole(self._world, environment).strip()


def settings_for(portal):
    return {
        "PROCONNECT_PORTAL_IMPOTS_EVENTS_URL": portal.address,
        "PROCONNECT_PORTAL_IMPOTS_QUOTA_PER_MINUTE": "1000000",
        "PROCONNECT_LOG_LEVEL": "warning",
    }


def main():
    kind, rounds = sys.argv[1], int(sys.argv[2])
    seed = sys.argv[3] if len(sys.argv) > 3 else secrets.token_hex(4)
    print(f"seed {seed}", flush=True)
    with contextlib.ExitStack() as stack:
        folder = tempfile.mkdtemp(prefix="proconnect-crashes.")
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        portal = DurablePortal(folder)
        settings = settings_for(portal)
        if kind == "postgresql":
            database = Postgresql()
            stack.callback(database.gone)
            database.start()
            database.create()
            settings["PROCONNECT_DATABASE_URL"] = database.url
        else:
            database = None
        portal.start()
        stack.callback(portal.kill)
        world, _ = stack.enter_context(live.sandbox_only())
        service = Service(world, settings)
        service.start()
        database = database or Sqlite(world.folder)
        victims = [portal] + ([database] if kind == "postgresql" else []) + [service]
        directors = [Director(world, "D2", live.FABRE, 1), Director(world, "D2", live.FABRE, 2),
                     Director(world, "D1", live.MARCHAND, 3)]
        crashes = Crashes(world, database, victims, directors, seed)
        for director in directors:
            director.start()
        started = time.monotonic()
        for number in range(1, rounds + 1):
            crashes.round()
            if number % 100 == 0:
                print(f"{number} rounds", flush=True)
        took = time.monotonic() - started
        taken = crashes.end()
        crashes.nothing_lost()
        again = crashes.seen_once(portal.journal)
        chain = crashes.chain_whole({**os.environ, **settings})
        repeated = sum((director.repeated for director in directors), collections.Counter())
        assert sum(repeated.values()) > 0, "no kill met a call"
        killed = ", ".join(f"{name} {count}" for name, count in sorted(crashes.killed.items()))
        print(f"{rounds} rounds in {took:.0f} s, slowest to go on {crashes.slowest:.1f} s; killed: {killed}")
        print(f"{taken} decisions, none lost, each under one identifier at the portal ({again} came again under it)")
        print(f"calls repeated: {dict(repeated)}; {chain}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
