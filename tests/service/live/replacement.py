# SPDX-License-Identifier: MIT
"""A request is accepted and the account that the person takes over closed, in this order, whatever the portal and the power do."""
import sys

import live
import mandate
from crash import kill
from departure import Office
from way_out import account, current, outside, own, step

# Karim Haddad takes over from Julie Perrin, who has left their firm.
PERSON, REPLACED = "karim.haddad@delorme-associes.example", "impots:IMP-f623cc71"


def asked(office):
    """the request of whoever takes over waits for an answer, the company having somebody who can give one"""
    return next((r for r in office.snapshot().get("requests", [])
                 if r["portal"] == "impots" and r["email"] == PERSON and r["state"] == "waiting"), None)


def replacing(office, request, replaced):
    terms = {"person": replaced["holderName"], "items": [{"account": replaced["id"], "version": replaced["version"]}]}
    return office.desktop.signed_decision("request.accept", live.FABRE, request["id"], request["version"], departure=terms)


def replaced_last(world, service, office):
    """The portal is away at first, and the service is killed before it is back."""
    replaced = live.eventually(lambda: account(office, REPLACED))
    request = live.eventually(lambda: asked(office))
    assert request["replaces"] == replaced["portalAccountId"], request
    mandate.order(world, target="events.impots", fault={"status": 503})
    signed = replacing(office, request, replaced)
    answer = office.desktop.decide(live.FABRE, signed)
    assert answer.status == 201, answer.body
    way_out = answer.json()["decisionId"]
    second = office.desktop.decide(live.FABRE, replacing(office, request, replaced))
    assert (second.status, second.code) == (409, "already-decided") and second.json()["argument"], second.body
    kill(service)
    service = world.start_service(mandate.HURRY)
    assert office.desktop.decide(live.FABRE, signed).status == 200, "the decision was lost"
    assert step(office, way_out) == "replacementNeeded", current(office, way_out)
    assert current(office, way_out)["newcomers"][0]["state"] == "requested"
    assert account(office, REPLACED)["state"] == "closureScheduled"
    assert {u["userName"]: u["active"] for u in outside(world, "impots")}[REPLACED.split(":")[1]]
    mandate.order(world, reset=True)
    made = live.eventually(lambda: own(office, "impots", PERSON), 90)
    live.eventually(lambda: current(office, way_out)["state"] == "closed", 90)
    there = {user["userName"]: user["active"] for user in outside(world, "impots")}
    assert there[made["portalAccountId"]] and not there[REPLACED.split(":")[1]], there
    kinds = [line["kind"] for line in office.snapshot()["journal"]]
    assert "replacement.started" in kinds and "replacement.closed" in kinds, kinds
    receipt = office.desktop.call("GET", f"/v1/companies/{live.FABRE}/departures/{way_out}/receipt", Accept="application/json")
    assert receipt.status == 200 and receipt.json()["steps"][0]["state"] == "confirmed", receipt.body


def main():
    with live.running(lambda programs: mandate.HURRY) as (world, service):
        office = Office(world, "D2")
        replaced_last(world, service, office)
        live.evidence_whole(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
