# SPDX-License-Identifier: MIT
"""What the world outside does wrong ends in its own clear state: nothing lost, nothing shown as done that is not."""
import json
import os
import resource
import sys

import live
from demonstration.outside import Outside
from desktop import Desktop, Portal, send

# One fault for each of five portals; the other two stay as they are.
BROKEN = {
    "urssaf": {"brokenJson": True},
    "impots": {"huge": True},
    "chorus_pro": {"drop": True},
    "prodouane": {"slowMs": 30_000},
    "net_entreprises": {"status": 500},
}
# Far below one reply of 100 MB.
LARGEST_GROWTH = 64 * 1024
# A sanitizer keeps what was freed and surrounds what is in use: there the figure says nothing.
MEMORY_IS_TOLD = "ASAN_OPTIONS" not in os.environ


def order(world, **orders):
    answer = send("POST", world.outside + "/controle", {"Content-Type": "application/json"}, json.dumps(orders).encode())
    assert answer.status == 204, answer.body


def peak_memory(pid):
    """Largest resident size so far, in kilobytes."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))


class Day:
    """A director's day on which one thing after the other fails."""

    def __init__(self, world, service):
        self.world, self.service, self.desktop = world, service, Desktop(world)
        self.base = f"/v1/companies/{live.FABRE}"
        self.desktop.sign_in("D2")
        assert self.desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        live.eventually(self.all_fresh, 60)

    def sources(self):
        return {source["portal"]: source for source in self.desktop.snapshot(live.FABRE).get("sources", [])}

    def all_fresh(self):
        """every portal has answered"""
        sources = self.sources()
        return len(sources) == 7 and all(source["state"] == "fresh" for source in sources.values())

    def accounts(self, portal):
        return [a for a in self.desktop.snapshot(live.FABRE)["accounts"] if a["portal"] == portal]

    def ordinary(self, portal):
        """Those that anybody in charge may close alone."""
        return [a for a in self.accounts(portal) if not a["mine"] and not a["administratorRole"]]

    def account(self, identifier):
        return next(a for a in self.desktop.snapshot(live.FABRE)["accounts"] if a["id"] == identifier)

    def close(self, account):
        signed = self.desktop.signed_decision("account.close", live.FABRE, account["id"], account["version"])
        return signed, self.desktop.decide(live.FABRE, signed)

    def portals_broken(self):
        before, memory = self.sources(), peak_memory(self.service.pid)
        held = {portal: self.accounts(portal) for portal in BROKEN}
        for portal, fault in BROKEN.items():
            order(self.world, target="scim." + portal, fault=fault)

        def all_noticed():
            """every broken portal is told as such"""
            sources = self.sources()
            return all(sources[portal]["state"] == "unreachable" for portal in BROKEN)

        live.eventually(all_noticed, 90)
        for portal, source in self.sources().items():
            if portal in BROKEN:
                assert source["failingSince"] > source["asOf"] >= before[portal]["asOf"], source
                assert self.accounts(portal) == held[portal], f"{portal}: accounts changed without its word"
            else:
                assert source["state"] == "fresh" and "failingSince" not in source, source
        grown = peak_memory(self.service.pid) - memory
        assert grown < LARGEST_GROWTH or not MEMORY_IS_TOLD, f"a reply of 100 MB cost {grown} kB"

        leaver = next(a for a in self.ordinary("urssaf") if a["state"] == "active")
        _, taken = self.close(leaver)
        assert taken.status == 201, taken.body
        assert self.account(leaver["id"])["state"] == "closureRequested"
        order(self.world, reset=True)
        live.eventually(self.all_fresh, 120)

        def closed():
            """the portal has closed the account"""
            return self.account(leaver["id"])["state"] == "closed"

        live.eventually(closed, 120)

    def registers_broken(self):
        self.desktop.sign_in("D2")  # the identity of the first sign-in was erased with the attaching
        check = "/v1/company-checks"
        for fault in ({"status": 503}, {"brokenJson": True}, {"huge": True}, {"drop": True}, {"slowMs": 60_000}):
            for register in ("insee", "rne", "rcs"):
                order(self.world, target=register, fault=fault)
            answer = self.desktop.call("POST", check, {"siren": "000074914"})
            assert answer.status == 200 and answer.json()["result"] == "unavailable", (fault, answer.body)
            theirs = self.desktop.call("POST", "/v1/companies", {"siren": "000074914"})
            assert theirs.status == 503 and theirs.code == "registry-unavailable", (fault, theirs.body)
            order(self.world, reset=True)
        # What was proven before stays readable.
        assert self.desktop.call("GET", self.base + "/snapshot").status == 200

    def mail_down(self):
        """The decision stands, and its message goes out at the next attempt."""
        reference = Portal(self.world, "impots").deposit(live.FABRE, "mail-down", given="Ines").json()["reference"]
        request = next(r for r in self.desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
        order(self.world, target="smtp", fault={"status": 421, "times": 1})
        signed = self.desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
        taken = self.desktop.decide(live.FABRE, signed)
        assert taken.status == 201, taken.body
        Outside(self.world).wait_for_message("ines.haddad@delorme-associes.example", seconds=120)

    def disk_full(self):
        """Every write of the service fails, as on a full disk or beyond a quota."""
        if os.environ.get("PROCONNECT_DATABASE_URL"):
            return
        account = next(a for a in self.ordinary("impots") if a["state"] == "active")
        unlimited = resource.prlimit(self.service.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.service.pid, resource.RLIMIT_FSIZE, (1, unlimited[1]))
        signed, refused = self.close(account)
        assert refused.status == 507 and refused.code == "storage-full", (refused.status, refused.body)
        snapshot = self.desktop.call("GET", self.base + "/snapshot")
        assert snapshot.status == 200, snapshot.body
        assert self.account(account["id"])["state"] == "active"
        assert self.service.status is None, "a full disk must not end the service"
        resource.prlimit(self.service.pid, resource.RLIMIT_FSIZE, unlimited)
        again = self.desktop.decide(live.FABRE, signed)
        assert again.status == 201, again.body

        def closed():
            """the account is closed"""
            return self.account(account["id"])["state"] == "closed"

        live.eventually(closed, 60)

    def tickets_unlogged(self):
        """A ticket may happen to have no digit, by which the log's redaction knows a random word."""
        ticket = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
        for path in ("/sign-in/start/", "/sign-out/"):
            assert send("GET", self.world.service + path + ticket).status in (200, 302, 400, 410), path
        assert send("GET", f"{self.world.service}/sign-in/start/{ticket}/more").status == 404
        log = self.service.output()
        assert log.count('"path":"/sign-in/start/{ticket}"') >= 3 and '"path":"/sign-out/{ticket}"' in log
        assert ticket not in log

    def evidence_whole(self):
        live.evidence_whole(self.world)


def main():
    with live.running() as (world, service):
        day = Day(world, service)
        for misfortune in ("disk_full", "mail_down", "portals_broken", "registers_broken", "tickets_unlogged",
                           "evidence_whole"):
            print(misfortune, flush=True)
            getattr(day, misfortune)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
