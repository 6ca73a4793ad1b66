# SPDX-License-Identifier: MIT
"""Somebody takes over from administrators who have left: the sandbox's portals show it, refuse it, and answer late."""
import sys

import live
import mandate
from desktop import Desktop, send

KIND = "account.nameAdministrator"
# Laurent Bouvier's account and that of Karim Haddad, who takes over; the sole role of Bernard Fabre and Isabelle Roche.
ONE_OF_SEVERAL = ("net_entreprises:NET-d119f446", "net_entreprises:NET-4d144a05")
SOLE = ("impots:IMP-bf336421", "impots:IMP-30f27dce")


def account(desktop, identifier):
    return next((a for a in desktop.snapshot(live.FABRE).get("accounts", []) if a["id"] == identifier), None)


def name(desktop, orphan, successor):
    version = account(desktop, orphan)["version"]
    named = {"successor": successor, "successorVersion": account(desktop, successor)["version"]}
    return desktop.decide(live.FABRE, desktop.signed_decision(KIND, live.FABRE, orphan, version, **named))


def role_there(world, identifier):
    """As the portal itself has it, whether or not it answers programs."""
    portal, user = identifier.split(":")
    accounts = send("GET", world.outside + "/controle/etat.json").json()["portals"][portal]["accounts"]
    extension = "urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account"
    return next(a for a in accounts if a["userName"] == user)[extension]["role"]


def is_done(desktop, orphan, successor):
    now = account(desktop, successor)
    return now["administratorRole"] and "substitution" not in account(desktop, orphan)


def needs_a_strong_sign_in(desktop):
    live.eventually(lambda: account(desktop, ONE_OF_SEVERAL[0]) and account(desktop, SOLE[0]))
    weak = name(desktop, *ONE_OF_SEVERAL)
    assert (weak.status, weak.code) == (401, "strong-sign-in-needed"), weak.body
    _opened, granted = desktop.sign_in_strongly("D2")
    assert granted.status == 200, granted.body


def taken(world, desktop):
    orphan, successor = ONE_OF_SEVERAL
    mandate.order(world, target="scim.net_entreprises", fault={"status": 503})
    answer = name(desktop, orphan, successor)
    assert answer.status == 201, answer.body
    assert account(desktop, orphan)["substitution"]["state"] == "requested"
    again = name(desktop, orphan, successor)
    assert (again.status, again.code) == (409, "already-decided") and again.json()["argument"], again.body
    assert not role_there(world, successor)["administrator"]
    mandate.order(world, reset=True)
    live.eventually(lambda: is_done(desktop, orphan, successor), 60)
    assert role_there(world, successor)["administrator"] and role_there(world, orphan)["administrator"]
    kinds = [line["kind"] for line in desktop.snapshot(live.FABRE)["journal"]]
    assert "account.naming" in kinds and "account.administratorNamed" in kinds, kinds
    over = name(desktop, orphan, successor)
    assert (over.status, over.code) == (409, "conflict"), over.body


def refused_and_named_again(world, desktop):
    orphan, successor = SOLE
    mandate.order(world, target="scim.impots", fault={"status": 403})
    assert name(desktop, orphan, successor).status == 201
    live.eventually(lambda: account(desktop, orphan).get("substitution", {}).get("state") == "failed", 60)
    mandate.order(world, reset=True)
    # The director has no account there: the portal opens one, with the role that the others had.
    mine = next(a for a in desktop.snapshot(live.FABRE)["accounts"] if a["mine"])
    assert mine["portal"] != "impots", mine
    assert name(desktop, orphan, mine["id"]).status == 201

    def theirs():
        """the director administers the portal"""
        return next((a for a in desktop.snapshot(live.FABRE)["accounts"]
                     if a["portal"] == "impots" and a.get("email") == mine["email"]), None)

    made = live.eventually(theirs, 60)
    assert made["administratorRole"] and made["mine"], made
    live.eventually(lambda: "substitution" not in account(desktop, orphan), 60)
    assert role_there(world, made["id"])["value"] == "ADMIN_TITULAIRE", "the portal shows somebody else"
    assert not role_there(world, orphan)["administrator"], "a sole role has two holders"


def main():
    with live.running(plus=True) as (world, _service):
        desktop = Desktop(world)
        desktop.sign_in("D2")
        assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        needs_a_strong_sign_in(desktop)
        taken(world, desktop)
        print("taken", flush=True)
        refused_and_named_again(world, desktop)
        live.evidence_whole(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
