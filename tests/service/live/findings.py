#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""What the running service tells of the demonstration's companies gives the findings that its data expect, and no other."""
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


def main():
    program = sys.argv[1]
    with live.running() as (world, _):
        total = 0
        for company, person in (("E1", "D1"), ("E2", "D2"), ("E3", "D5")):
            siren = next(one["siren"] for one in world.data["entreprises"] if one["id"] == company)
            director = Desktop(world)
            director.sign_in(person)
            attached = director.call("POST", "/v1/companies", {"siren": siren})
            assert attached.status == 201, attached.body
            snapshot = live.eventually(lambda: complete(director, siren, len(world.data["portails"])), 60)
            wanted = expected(world.data, company)
            told = found(program, snapshot, world.now().date().isoformat())
            assert told == wanted, f"{company}: missing {set(wanted) - set(told)}, too many {set(told) - set(wanted)}"
            total += len(told)
        assert total == sum("compte" in one for one in world.data["anomalies_attendues"]), total


if __name__ == "__main__":
    main()
