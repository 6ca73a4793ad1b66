# SPDX-License-Identifier: MIT
"""A copy of the database made while directors decide, put back after everything was lost: as docs/operations.md says."""
import os
import subprocess
import sys
import threading

import live
from desktop import Desktop, Portal, send

# Numbers given after the copy was made must not be given again.
SKIP_NUMBERS = "UPDATE counter SET value = value + 10000"


class Sqlite:
    def __init__(self, world):
        self._file = os.path.join(world.folder, "service", "proconnectd.sqlite")
        self._copy = os.path.join(world.folder, "copy.sqlite")

    def back_up(self):
        subprocess.run(["sqlite3", self._file, ".timeout 10000", f".backup {self._copy}"], check=True)

    def lose(self):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self._file + end):
                os.remove(self._file + end)

    def restore(self):
        os.rename(self._copy, self._file)
        subprocess.run(["sqlite3", self._file, SKIP_NUMBERS], check=True)


class Postgresql:
    def __init__(self, world):
        self._url = os.environ["PROCONNECT_DATABASE_URL"]
        self._server, self._name = self._url.rsplit("/", 1)
        self._copy = os.path.join(world.folder, "copy.dump")

    def back_up(self):
        subprocess.run(["pg_dump", "--format=custom", f"--file={self._copy}", self._url], check=True)

    def lose(self):
        subprocess.run(["psql", self._server + "/postgres", "-qc", f"DROP DATABASE {self._name}"], check=True)

    def restore(self):
        subprocess.run(["psql", self._server + "/postgres", "-qc", f"CREATE DATABASE {self._name}"], check=True)
        subprocess.run(["pg_restore", "--exit-on-error", "--single-transaction", f"--dbname={self._url}", self._copy],
                       check=True)
        subprocess.run(["psql", self._url, "-qc", SKIP_NUMBERS], check=True)


class Decisions:
    """A director who accepts one request after the other."""

    def __init__(self, world, desktop):
        self._world, self.desktop = world, desktop
        self.taken = []  # (reference, signed, receipt)
        self._stopping = False
        self._trouble = None
        self._thread = threading.Thread(target=self._run)

    def take(self, number):
        reference = Portal(self._world, "impots").deposit(live.FABRE, f"backup-{number}").json()["reference"]
        request = next(r for r in self.desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
        signed = self.desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
        answer = self.desktop.decide(live.FABRE, signed)
        assert answer.status == 201, answer.body
        self.taken.append((reference, signed, answer.json()))

    def _run(self):
        try:
            while not self._stopping and len(self.taken) < 200:
                self.take(len(self.taken))
        except Exception as trouble:  # told by stop(), on the test's own thread
            self._trouble = trouble

    def start(self):
        self._thread.start()

    def stop(self):
        self._stopping = True
        self._thread.join()
        if self._trouble:
            raise self._trouble


def taken_by_the_portal(world, reference):
    events = send("GET", world.outside + "/controle/etat.json").json()["portals"]["impots"]["events"]
    return [e for e in events if e["reference"] == reference and e["outcome"] == "taken"]


def main():
    with live.running() as (world, service):
        desktop = Desktop(world)
        desktop.sign_in("D2")
        assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        database = Postgresql(world) if "PROCONNECT_DATABASE_URL" in os.environ else Sqlite(world)
        decisions = Decisions(world, desktop)
        decisions.start()
        live.eventually(lambda: len(decisions.taken) >= 3, 60)
        before = len(decisions.taken)
        database.back_up()
        during = len(decisions.taken)
        live.eventually(lambda: len(decisions.taken) > during, 60)
        decisions.stop()
        service.stop()
        database.lose()
        assert live.audit(world).returncode == 2
        database.restore()
        whole = live.audit(world)
        assert whole.returncode == 0 and " 0 faults" in whole.stdout, whole.stdout + whole.stderr

        world.start_service()
        desktop = decisions.desktop = Desktop(world)
        desktop.sign_in("D2")
        kept = [r["receipt"]["receiptNumber"] for r in desktop.call(
            "GET", f"/v1/companies/{live.FABRE}/receipts").json()["receipts"]]
        own = [receipt["receiptNumber"] for _, _, receipt in decisions.taken]
        assert set(own[:before]) <= set(kept), "a decision from before the copy is lost"
        assert sorted(kept) == sorted(own[:len(kept)]), "the copy is not the state of one moment"
        # Life goes on: a new decision reaches the portal, and what the copy did not know as delivered was taken once.
        decisions.take("after")
        reference = decisions.taken[-1][0]
        assert reference not in [known for known, _, _ in decisions.taken[:-1]], "a reference was given twice"
        live.eventually(lambda: taken_by_the_portal(world, reference), 30)
        for number, (reference, _, _) in enumerate(decisions.taken[:before]):
            live.eventually(lambda wanted=reference: taken_by_the_portal(world, wanted), 30)
            assert len(taken_by_the_portal(world, reference)) == 1, number
        assert " 0 faults" in live.audit(world).stdout
        print(f"{len(kept)} of {len(own)} decisions were in a copy made while they were taken; the chain is whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
