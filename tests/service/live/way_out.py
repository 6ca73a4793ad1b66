# SPDX-License-Identifier: MIT
"""Everybody who shared an account gets one of their own, and the shared one goes last, whatever the portals and the power do."""
import sys
import uuid

import live
import mandate
from crash import kill
from departure import Office, soon
from desktop import send

# Laurent Bouvier's account, which payroll still uses; one of the reception, on a portal that opens none by program.
SHARED, RECEPTION = "net_entreprises:NET-d119f446", "asp:ASP-5b1781be"
MARC = {"name": "Marc Noël", "email": "marc.noel@fabre-filles.example"}
INES = {"name": "Inès Roux", "email": "ines.roux@fabre-filles.example", "sirets": ["00005826300013"]}


def account(office, identifier):
    return next((a for a in office.snapshot().get("accounts", []) if a["id"] == identifier), None)


def own(office, portal, email):
    return next((a for a in office.snapshot()["accounts"] if a["portal"] == portal and a.get("email") == email), None)


def start(office, shared, *people, at):
    """(the way out, the decision)"""
    everything = {"rights": [r["code"] for r in shared["rights"]], "sirets": shared.get("sirets", [])}
    way_out = str(uuid.uuid4())
    terms = {"person": shared.get("holderName") or shared["email"], "at": at,
             "items": [{"account": shared["id"], "version": shared["version"]}],
             "newcomers": [{**everything, **person} for person in people]}
    return way_out, office.desktop.signed_decision("departure.start", live.FABRE, way_out, 0, departure=terms)


def current(office, identifier):
    return next(w for w in office.snapshot()["waysOut"] if w["id"] == identifier)


def step(office, identifier):
    return current(office, identifier)["steps"][0]["state"]


def outside(world, portal):
    return send("GET", world.outside + "/controle/etat.json").json()["portals"][portal]["accounts"]


def needs_a_strong_sign_in(world, office):
    """Payroll's account is an administrator's."""
    shared = live.eventually(lambda: account(office, SHARED))
    weak = office.desktop.decide(live.FABRE, start(office, shared, MARC, at=soon(world, 3600))[1])
    assert (weak.status, weak.code) == (401, "strong-sign-in-needed"), weak.body
    _opened, granted = office.desktop.sign_in_strongly(office.person)
    assert granted.status == 200, granted.body


def opened_too_wide(world, office):
    """The portal gives more than was signed: the company is told, and the shared account stays."""
    before = account(office, SHARED)
    mandate.order(world, target="scim.net_entreprises", fault={"quirks": ["opensWider"]})
    way_out, signed = start(office, before, INES, at=soon(world, 2))
    answer = office.desktop.decide(live.FABRE, signed)
    assert answer.status == 201, answer.body
    made = live.eventually(lambda: own(office, "net_entreprises", INES["email"]), 90)
    assert not made.get("sirets"), made  # the whole company
    live.eventually(lambda: step(office, way_out) == "replacementNeeded", 60)
    live.eventually(lambda: "account.openedBeyond" in [line["kind"] for line in office.snapshot()["journal"]], 60)
    assert account(office, SHARED)["state"] == "closureScheduled"
    assert office.decide("departure.stop", way_out).status == 201
    assert account(office, SHARED)["state"] == before["state"]
    mandate.order(world, reset=True)


def opened_and_closed(world, service, office):
    """The portal is away at first, and the service is killed before it is back and before the day."""
    mandate.order(world, target="scim.net_entreprises", fault={"status": 503})
    way_out, signed = start(office, account(office, SHARED), MARC, at=soon(world, 2))
    answer = office.desktop.decide(live.FABRE, signed)
    assert answer.status == 201, answer.body
    assert account(office, SHARED)["state"] == "closureScheduled"
    kill(service)
    service = world.start_service(mandate.HURRY)
    assert office.desktop.decide(live.FABRE, signed).status == 200, "the decision was lost"
    live.eventually(lambda: step(office, way_out) == "replacementNeeded", 60)
    assert current(office, way_out)["newcomers"][0]["state"] == "requested"
    mandate.order(world, reset=True)
    made = live.eventually(lambda: own(office, "net_entreprises", MARC["email"]), 90)
    assert made["state"] == "active" and made["administratorRole"], made
    live.eventually(lambda: current(office, way_out)["state"] == "closed", 90)
    there = {user["userName"]: user["active"] for user in outside(world, "net_entreprises")}
    assert not there[SHARED.split(":")[1]] and there[made["portalAccountId"]], there
    assert sum(user["emails"][0]["value"] == MARC["email"] for user in outside(world, "net_entreprises")) == 1
    kinds = [line["kind"] for line in office.snapshot()["journal"]]
    assert "wayOut.started" in kinds and "wayOut.closed" in kinds, kinds
    return service


def invited_and_stopped(world, office):
    """A portal without such orders: the person is asked to register; the director stops it."""
    shared = account(office, RECEPTION)
    way_out, signed = start(office, shared, MARC, at=soon(world, 3600))
    assert office.desktop.decide(live.FABRE, signed).status == 201
    assert current(office, way_out)["newcomers"][0]["state"] == "invited"

    def written():
        """the person has a message"""
        messages = send("GET", world.outside + "/boite/messages.json").json()
        return [m for m in messages if MARC["email"] in str(m) and live.FABRE in str(m)]

    live.eventually(written)
    assert office.decide("departure.stop", way_out).status == 201
    assert account(office, RECEPTION)["state"] == shared["state"]
    assert office.decide("departure.stop", way_out).status == 409


def main():
    with live.running(lambda programs: mandate.HURRY, plus=True) as (world, service):
        office = Office(world, "D2")
        needs_a_strong_sign_in(world, office)
        opened_too_wide(world, office)
        opened_and_closed(world, service, office)
        print("opened, closed", flush=True)
        invited_and_stopped(world, office)
        live.evidence_whole(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
