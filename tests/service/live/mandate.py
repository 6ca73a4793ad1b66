# SPDX-License-Identifier: MIT
"""A mandate that ends, and one that is only respelt, in the registers of the sandbox: what the service makes of it."""
import json
import sys
import time

import delegate
import live
from demonstration.outside import Outside
from desktop import Desktop, Portal, send

SCHEMA = "urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account"
NIGHT = 60  # seconds; with this, the demonstration looks at the registers again every five
HURRY = {"PROCONNECT_DEMONSTRATION_REGISTERS_EVERY": "5"}


def order(world, **orders):
    answer = send("POST", world.outside + "/controle", {"Content-Type": "application/json"}, json.dumps(orders).encode())
    assert answer.status == 204, answer.body


def events(world, portal):
    return send("GET", world.outside + "/controle/etat.json").json()["portals"][portal]["events"]


def certified_account(world, desktop):
    """Élodie Marchand's own account on Chorus Pro, certified."""

    def own():
        """her account is in the application"""
        accounts = desktop.snapshot(live.MARCHAND).get("accounts", [])
        return next((a for a in accounts if a["portal"] == "chorus_pro" and a["mine"]), None)

    mine = live.eventually(own)
    signed = desktop.signed_decision("account.certify", live.MARCHAND, mine["id"], mine["version"])
    assert desktop.decide(live.MARCHAND, signed).status == 201
    live.eventually(lambda: own()["certification"] == "certified", 10)
    return mine["portalAccountId"]


def verification(portal, account):
    question = {"siren": live.MARCHAND, "portalAccountId": account}
    return portal.call("POST", "/portal/v1/director-verifications", question).json()


def unavailable(portal, account):
    """the portal is told that nobody knows for now"""
    time.sleep(1)  # a portal has a quota of 120 a minute
    return verification(portal, account)["answer"] == "unavailable"


def snapshot_code(desktop, siren):
    """The stable identifier of the problem; None while the company is shown."""
    answer = desktop.call("GET", f"/v1/companies/{siren}/snapshot")
    return None if answer.status == 200 else answer.code


def respelt(world, portal):
    """The register now writes two given names: confirmed by the next sign-in, and nothing is lost meanwhile."""
    first = Desktop(world)
    first.sign_in("D1")
    assert first.call("POST", "/v1/companies", {"siren": live.MARCHAND}).status == 201
    account = certified_account(world, first)
    assert verification(portal, account)["answer"] == "yes"
    # While her identity is kept after a sign-in it would settle the matter by itself: she signs out.
    assert first.call("POST", "/v1/sign-out").status == 200
    order(world, officerRespelt={"person": "D1", "as": {"givenNames": ["Elodie"]}})
    live.eventually(lambda: unavailable(portal, account), NIGHT)
    doubtful = verification(portal, account)
    assert "asOf" in doubtful and "function" not in doubtful, doubtful
    again = Desktop(world)
    again.sign_in("D1")
    assert snapshot_code(again, live.MARCHAND) is None
    assert verification(portal, account)["answer"] == "yes"
    return again, account


def read_only(world, angela, request):
    """Whoever acted for her may still look for thirty days, and waits for a successor."""
    waiting = angela.call("GET", "/v1/delegations").json()["delegations"][0]
    assert waiting["state"] == "toConfirm" and waiting["answerBy"], waiting
    shown = angela.snapshot(live.MARCHAND)
    assert request in [each["id"] for each in shown["requests"]] and "journal" not in shown, shown
    refused = angela.decide(live.MARCHAND, angela.signed_decision("request.accept", live.MARCHAND, request, 1))
    assert refused.status == 403 and refused.code == "not-allowed", refused.body
    Outside(world).wait_for_message(delegate.EMAIL, "a pris fin")


def ended(world, portal, desktop, account):
    """The register says that she ceased: accounts, portals, evidence and receipts follow."""
    angela = Desktop(world)
    angela.sign_in(delegate.ANGELA)
    delegate.taken_up(world, desktop, angela, live.MARCHAND, ["impots"])
    request = Portal(world, "impots").deposit(live.MARCHAND, "delegated-1").json()["reference"]
    order(world, mandateEnded={"siren": live.MARCHAND, "person": "D1"})
    live.eventually(lambda: snapshot_code(desktop, live.MARCHAND) == "mandate-ended", NIGHT)
    read_only(world, angela, request)
    assert verification(portal, account)["answer"] == "no"

    def told():
        """the portal has taken the event"""
        return [e for e in events(world, "chorus_pro") if e["type"].endswith("/fin-de-mandat") and e["outcome"] == "taken"]

    assert len(live.eventually(told)) == 1

    def withdrawn():
        """the portal's account is no longer certified"""
        accounts = send("GET", world.outside + "/controle/etat.json").json()["portals"]["chorus_pro"]["accounts"]
        mine = next(a for a in accounts if a["userName"] == account)
        return mine[SCHEMA]["certification"] == "none"

    live.eventually(withdrawn)
    company = desktop.call("GET", "/v1/me").json()["companies"][0]
    assert company["mandateEnded"] and company["mandateEndedAt"], company
    receipts = desktop.call("GET", f"/v1/companies/{live.MARCHAND}/receipts").json()["receipts"]
    assert [each["kind"] for each in receipts] == ["account.certify"], receipts
    assert receipts[0]["acknowledgedAt"], receipts
    assert desktop.call("GET", f"/v1/companies/{live.FABRE}/receipts").json().get("receipts", []) == []


def main():
    with live.running(lambda programs: HURRY) as (world, _):
        portal = Portal(world, "chorus_pro")
        desktop, account = respelt(world, portal)
        print("respelt", flush=True)
        ended(world, portal, desktop, account)
        print("ended", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
