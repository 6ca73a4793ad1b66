# SPDX-License-Identifier: MIT
"""Somebody leaves: accounts closed on seven portals by one decision, whatever the portals, the clock and the power do."""
import datetime
import sys
import threading
import uuid

import live
import mandate
from crash import kill
from desktop import Desktop, send

REASON = "dismissal"
BY_PROGRAM, BY_LETTER = ("impots", "urssaf", "portailpro", "net_entreprises", "chorus_pro"), ("asp", "prodouane")


class Office:
    """A director at a computer, with the accounts that the tests have not closed yet."""

    def __init__(self, world, person):
        self.world, self.person, self.desktop = world, person, Desktop(world)
        self.sign_in()
        attached = self.desktop.call("POST", "/v1/companies", {"siren": live.FABRE})
        assert attached.status in (200, 201), attached.body

    def sign_in(self):
        """Again for each step: on a slow machine, all of them together may outlast an access token."""
        self.desktop.sign_in(self.person)

    def snapshot(self):
        return self.desktop.snapshot(live.FABRE)

    def account(self, portal):
        """An ordinary user's account."""

        def ordinary():
            """the portal's accounts are in the application"""
            accounts = self.snapshot().get("accounts", [])
            return next((a for a in accounts if a["portal"] == portal and a["state"] == "active"
                         and not a["administratorRole"] and not a["mine"]), None)

        return live.eventually(ordinary)

    def signed(self, accounts, **more):
        """(the new departure, the decision)"""
        departure = str(uuid.uuid4())
        terms = {"person": "Laurent Bouvier", "items": [{"account": a["id"], "version": a["version"]} for a in accounts], **more}
        return departure, self.desktop.signed_decision("departure.start", live.FABRE, departure, 0, departure=terms)

    def start(self, accounts, **more):
        departure, signed = self.signed(accounts, **more)
        answer = self.desktop.decide(live.FABRE, signed)
        assert answer.status == 201, answer.body
        return departure, signed

    def decide(self, kind, target, version=0):
        return self.desktop.decide(live.FABRE, self.desktop.signed_decision(kind, live.FABRE, target, version))

    def on_account(self, kind, identifier):
        version = next(a["version"] for a in self.snapshot()["accounts"] if a["id"] == identifier)
        return self.decide(kind, identifier, version)

    def departure(self, identifier):
        return next(d for d in self.snapshot()["departures"] if d["id"] == identifier)

    def states(self, identifier):
        """By portal."""
        return {step["portal"]: step["state"] for step in self.departure(identifier)["steps"]}

    def state(self, account):
        return next(a["state"] for a in self.snapshot()["accounts"] if a["id"] == account["id"])


def soon(world, seconds):
    return (world.now() + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def sandbox_state(world):
    return send("GET", world.outside + "/controle/etat.json").body.decode()


def seven(world, office):
    """One refuses, one hangs, two want letters; the others are done meanwhile."""
    accounts = {portal: office.account(portal) for portal in BY_PROGRAM + BY_LETTER}
    mandate.order(world, target="scim.net_entreprises", fault={"slowMs": 60000})
    mandate.order(world, target="scim.chorus_pro", fault={"status": 403})
    departure, _ = office.start(list(accounts.values()))
    path = f"/v1/companies/{live.FABRE}/departures/{departure}"
    told = office.desktop.call("PUT", path + "/reason", {"reason": REASON})
    assert told.status == 200 and office.departure(departure)["reason"] == REASON, told.body
    wanted = {"impots": "confirmed", "urssaf": "confirmed", "portailpro": "confirmed", "chorus_pro": "failed",
              "net_entreprises": "requested", "asp": "manual", "prodouane": "manual"}
    live.eventually(lambda: office.states(departure) == wanted)
    mandate.order(world, reset=True)
    assert office.on_account("account.close", accounts["chorus_pro"]["id"]).status == 201
    live.eventually(lambda: office.states(departure)["chorus_pro"] == "confirmed")
    live.eventually(lambda: office.states(departure)["net_entreprises"] == "confirmed", 90)
    for portal in BY_LETTER:
        letter = office.desktop.call("GET", f"/v1/companies/{live.FABRE}/closure-letter", query="?account=" + accounts[portal]["id"])
        assert letter.status == 200 and letter.body.startswith(b"%PDF"), letter.body[:200]
        assert office.on_account("account.declareClosed", accounts[portal]["id"]).status == 201
    ended = office.departure(departure)
    assert (ended["state"], ended["reason"]) == ("closed", "notSaid"), ended
    receipt = office.desktop.call("GET", path + "/receipt")
    assert receipt.status == 200 and REASON not in receipt.body.decode(), receipt.body
    words = {step["portal"]: step.get("acknowledgedAt") for step in receipt.json()["steps"]}
    assert sum(map(bool, words.values())) == len(BY_PROGRAM), words
    assert REASON not in sandbox_state(world), "the outside world knows why somebody left"
    return departure


def told_apart(world, office):
    """Two computers close the same account at the same moment: one is taken, the other learns by whom."""
    both, answers = [office, Office(world, office.person)], []
    account = office.account("net_entreprises")

    def decide(who):
        answers.append(who.desktop.decide(live.FABRE, who.signed([account])[1]))

    threads = [threading.Thread(target=decide, args=(who,)) for who in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(a.status for a in answers) == [201, 409], [(a.status, a.body) for a in answers]
    late = next(a for a in answers if a.status == 409)
    assert late.code == "already-decided" and late.json()["argument"], late.body
    live.eventually(lambda: office.state(account) == "closed")


def scheduled(world, office):
    account = office.account("urssaf")
    departure, _ = office.start([account], at=soon(world, 3))
    assert (office.departure(departure)["state"], office.state(account)) == ("scheduled", "closureScheduled")
    live.eventually(lambda: office.departure(departure)["state"] == "closed")


def stopped(world, office):
    account = office.account("portailpro")
    departure, _ = office.start([account], at=soon(world, 3600))
    assert office.decide("departure.stop", departure).status == 201
    assert (office.departure(departure)["state"], office.state(account)) == ("cancelled", "active")
    assert office.decide("departure.stop", departure).status == 409


def killed(world, service, office):
    """Between the decision and the portal, and before the hour."""
    now, later = office.account("portailpro"), office.account("chorus_pro")
    mandate.order(world, target="scim.portailpro", fault={"status": 503})
    departure, signed = office.start([now])
    waiting, _ = office.start([later], at=soon(world, 2))
    kill(service)
    mandate.order(world, reset=True)
    service = world.start_service(mandate.HURRY)
    assert office.desktop.decide(live.FABRE, signed).status == 200, "the decision was lost"
    for each in (departure, waiting):
        live.eventually(lambda wanted=each: office.departure(wanted)["state"] == "closed", 60)
    return service, later


def restored(office, account):
    """By a portal that can; another one never opens a closed account again."""
    assert office.on_account("account.restore", account["id"]).status == 201
    live.eventually(lambda: office.state(account) == "active")
    closed = next(a for a in office.snapshot()["accounts"] if a["portal"] == "urssaf" and a["state"] == "closed")
    refused = office.on_account("account.restore", closed["id"])
    assert refused.status == 409 and refused.code == "conflict", refused.body


def abandoned(world, office):
    """Whoever scheduled it leads the company no more: the successor finds the account open, and why."""
    account = office.account("portailpro")
    departure, _ = office.start([account], at=soon(world, 3600))
    mandate.order(world, directorNamed={"siren": live.FABRE, "person": "D5"})
    mandate.order(world, mandateEnded={"siren": live.FABRE, "person": office.person})
    live.eventually(lambda: mandate.snapshot_code(office.desktop, live.FABRE) == "mandate-ended", mandate.NIGHT)
    successor = Office(world, "D5")
    assert (successor.departure(departure)["state"], successor.state(account)) == ("cancelled", "active")
    assert any(line["kind"] == "departure.mandateEnded" for line in successor.snapshot()["journal"])


def main():
    with live.running(lambda programs: mandate.HURRY) as (world, service):
        office = Office(world, "D2")
        seven(world, office)
        print("seven", flush=True)
        told_apart(world, office)
        print("told apart", flush=True)
        scheduled(world, office)
        stopped(world, office)
        print("scheduled, stopped", flush=True)
        office.sign_in()
        service, account = killed(world, service, office)
        print("killed", flush=True)
        restored(office, account)
        print("restored", flush=True)
        office.sign_in()
        abandoned(world, office)
        live.evidence_whole(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
