#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the running service tells of the demonstration's companies gives the findings that its data expect, and no other."""
import datetime
import json
import os
import subprocess
import sys

import live
from desktop import Desktop

KINDS = {
    "TITULAIRE_PARTI": "holderLeft",
    "CONNEXION_APRES_DEPART": "usedAfterDeparture",
    "ADMINISTRATEUR_ORPHELIN": "orphanedAdministrator",
    "ADMINISTRATEUR_UNIQUE": "onlyAdministrator",
    "COMPTE_PARTAGE_SUSPECTE": "shared",
    "TITULAIRE_INCONNU": "unknownHolder",
    "COMPTE_DORMANT": "idle",
    "MEL_INJOIGNABLE": "unreachableAddress",
    "ANCIEN_DIRIGEANT_CERTIFIE": "formerDirectorCertified",
    "DOUBLON": "duplicate",
}
# What a list of accounts does not say: from how many places one is used.
ONLY_BY_PROGRAM = ("prodouane:PRO-e9353ea0 shared medium",)
SEVERITIES = {"basse": "low", "moyenne": "medium", "haute": "high", "critique": "critical"}


def expected(data, company):
    accounts = {account["id"]: f"{account['portail']}:{account['identifiant_portail']}" for account in data["comptes"]}
    return sorted(
        " ".join((accounts[one["compte"]], KINDS[one["code"]], SEVERITIES[one["gravite"]]))
        for one in data["anomalies_attendues"]
        if one["entreprise"] == company and "compte" in one
    )


def found(program, snapshot, today):
    command = [program, today]
    told = subprocess.run(command, input=json.dumps(snapshot), stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    return sorted(told.stdout.splitlines())


def complete(director, siren, portals):
    """The snapshot, once every portal answered."""
    snapshot = director.snapshot(siren)
    fresh = [source for source in snapshot.get("sources", []) if source["state"] == "fresh"]
    return snapshot if len(fresh) == portals else None


def hand_in(world, director, siren, portal):
    """What a director does with the list that the demonstration gives them."""
    with open(os.path.join(world.write_exports(), f"{portal}-{siren}.csv"), "rb") as file:
        content = file.read()
    taken = director.call("POST", f"/v1/companies/{siren}/account-files/{portal}", body=content,
                          query="?asOf=" + (world.now() - datetime.timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:00Z"),
                          Content_Type="text/csv; charset=utf-8")
    assert taken.status == 200, taken.body


def check(program, world, company, person, by_file=()):
    """How many findings a company has, which are those that the data expect. `by_file`: portals whose lists are handed in."""
    siren = next(one["siren"] for one in world.data["entreprises"] if one["id"] == company)
    director = Desktop(world)
    director.sign_in(person)
    attached = director.call("POST", "/v1/companies", {"siren": siren})
    assert attached.status == 201, attached.body
    for portal in by_file:
        hand_in(world, director, siren, portal)
    snapshot = live.eventually(lambda: complete(director, siren, len(world.data["portails"])), 60)
    wanted = [one for one in expected(world.data, company) if not (by_file and one in ONLY_BY_PROGRAM)]
    told = found(program, snapshot, world.now().date().isoformat())
    assert told == wanted, f"{company}: missing {set(wanted) - set(told)}, too many {set(told) - set(wanted)}"
    return len(told)


def main():
    program = sys.argv[1]
    with live.running() as (world, _):
        total = sum(check(program, world, *one) for one in (("E1", "D1"), ("E2", "D2"), ("E3", "D5")))
        assert total == sum("compte" in one for one in world.data["anomalies_attendues"]), total
    # The same where customs give files, once a director imported those that come with the demonstration.
    with live.running(files=True) as (world, _):
        for company, person in (("E2", "D2"), ("E3", "D5")):
            check(program, world, company, person, by_file=("prodouane",))


if __name__ == "__main__":
    main()
