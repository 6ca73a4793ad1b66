# SPDX-License-Identifier: MIT
"""The president of a company changes in the registers: whoever acted for the former one waits for the new one's word."""
import sys

import delegate
import live
import mandate
from desktop import Desktop, Portal


def accept(person, request):
    return person.decide(live.FABRE, person.signed_decision("request.accept", live.FABRE, request, 1))


def waiting_for(person, delegation):
    """The delegation as somebody sees it who may."""
    listed = person.call("GET", "/v1/delegations").json()["delegations"]
    return next(each for each in listed if each["terms"]["id"] == delegation["terms"]["id"])


def replaced(world, president, angela, delegation, request):
    """The register lists somebody else from now on."""
    mandate.order(world, directorNamed={"siren": live.FABRE, "person": "D5"})
    mandate.order(world, mandateEnded={"siren": live.FABRE, "person": "D2"})
    live.eventually(lambda: mandate.snapshot_code(president, live.FABRE) == "mandate-ended", mandate.NIGHT)
    assert waiting_for(angela, delegation)["state"] == "toConfirm"
    refused = accept(angela, request)
    assert refused.status == 403 and refused.code == "not-allowed", refused.body
    own = president.delegation_act("confirm", waiting_for(angela, delegation))
    assert own.status == 403, own.body


def confirmed(world, angela, delegation, request):
    """By the director whom the register names now, whom it recognised like any other."""
    successor = Desktop(world)
    successor.sign_in("D5")
    assert successor.delegation_act("confirm", waiting_for(angela, delegation)).status == 403
    attached = successor.call("POST", "/v1/companies", {"siren": live.FABRE})
    assert attached.status == 201, attached.body
    listed = successor.call("GET", f"/v1/companies/{live.FABRE}/delegations").json()["delegations"]
    assert [each["state"] for each in listed] == ["toConfirm"], listed
    assert accept(angela, request).status == 403
    done = successor.delegation_act("confirm", listed[0])
    assert done.status == 200 and done.json()["state"] == "active", done.body
    assert "BENHAMOU" in done.json()["delegator"], done.body
    taken = accept(angela, request)
    assert taken.status == 201, taken.body


def main():
    with live.running(lambda programs: mandate.HURRY) as (world, _):
        president = Desktop(world)
        president.sign_in("D2")
        assert president.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        angela = Desktop(world)
        delegation = delegate.taken_up(world, president, angela, live.FABRE, ["impots"])
        request = Portal(world, "impots").deposit(live.FABRE, "successor-1").json()["reference"]
        replaced(world, president, angela, delegation, request)
        print("replaced", flush=True)
        confirmed(world, angela, delegation, request)
        print("confirmed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
