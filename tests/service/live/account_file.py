# SPDX-License-Identifier: MIT
"""A portal without an interface: the list of accounts that a director hands in, as the application sends it."""
import datetime
import sys

import live
from contract import Contract
from desktop import Desktop

# The environment goes before the configuration file.
BY_FILE = {"PROCONNECT_PORTAL_PRODOUANE_SCIM_URL": "", "PROCONNECT_PORTAL_PRODOUANE_METHOD": "file"}
HEAD = "identifiant;titulaire;adresse;role;libelle_role;administrateur;droits;siret;etat;cree_le;derniere_connexion\n"
ROMAIN = (
    'PRO-1;"Peltier; Romain";romain@fabre-filles.example;ADMIN;Administrateur;oui;EORI|DELTA;00005826300013;actif;2018-12-10;'
    "2026-11-17T08:30:00Z\n"
)
HELENE = "PRO-2;Hélène Roche;;;;non;;;actif;;\n"


class Portal:
    """prodouane, as the application sees it."""

    def __init__(self, director):
        self.director, self.contract = director, Contract()
        self.path = f"/v1/companies/{live.FABRE}/account-files/prodouane"

    def hand_in(self, expected, content, as_of, **page):
        query = "?asOf=" + as_of + "".join(f"&{name}={value}" for name, value in page.items())
        answer = self.director.call("POST", self.path, body=content.encode(), query=query, Content_Type="text/csv; charset=utf-8")
        return self.contract.check("POST", self.path, answer, expected).json()

    def states(self):
        accounts = self.director.snapshot(live.FABRE)["accounts"]
        return {each["portalAccountId"]: each["state"] for each in accounts if each["portal"] == "prodouane"}

    def source(self):
        return next(each for each in self.director.snapshot(live.FABRE)["sources"] if each["portal"] == "prodouane")


def at(instant):
    return datetime.datetime.fromisoformat(instant)


def main():
    with live.running(lambda programs: BY_FILE) as (world, _):
        director = Desktop(world)
        director.sign_in("D2")
        assert director.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        portal = Portal(director)
        assert (portal.source()["method"], portal.source()["state"]) == ("file", "never"), portal.source()
        now = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=world.offset)
        moments = [(now - datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:00Z") for hours in (3, 2, 1)]

        wrong = portal.hand_in(400, HEAD + ROMAIN + HELENE.replace("actif", "ouvert"), moments[0])
        assert wrong["argument"] == "3:etat", wrong
        assert portal.states() == {}, portal.states()

        for number, line in enumerate((ROMAIN, HELENE), start=1):
            taken = portal.hand_in(200, HEAD + line, moments[1], series="s", number=number, of=2)
            assert taken == {"accounts": 1, "changed": True, "pagesLeft": 2 - number}, taken
        assert portal.states() == {"PRO-1": "active", "PRO-2": "active"}, portal.states()
        assert portal.source()["method"] == "file" and at(portal.source()["asOf"]) == at(moments[1]), portal.source()

        older = portal.hand_in(409, HEAD, moments[0])
        assert at(older["argument"]) == at(moments[1]), older
        portal.hand_in(200, HEAD + ROMAIN, moments[2])
        assert portal.states() == {"PRO-1": "active", "PRO-2": "closed"}, portal.states()
        # The last was a wrong one: an older one takes its place, and no other's.
        other = portal.hand_in(409, HEAD + ROMAIN + HELENE, moments[0], replaces=moments[1])
        assert at(other["argument"]) == at(moments[2]), other
        portal.hand_in(200, HEAD + ROMAIN + HELENE, moments[0], replaces=moments[2])
        assert portal.states() == {"PRO-1": "active", "PRO-2": "active"}, portal.states()
        assert at(portal.source()["asOf"]) == at(moments[0]), portal.source()
        kinds = {each["kind"] for each in director.snapshot(live.FABRE)["journal"]}
        assert {"accounts.handedIn", "accounts.replaced"} <= kinds, kinds
    return 0


if __name__ == "__main__":
    sys.exit(main())
