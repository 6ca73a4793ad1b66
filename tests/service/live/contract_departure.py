# SPDX-License-Identifier: MIT
"""Departures, along the main path of contract.py."""
import datetime
import uuid

import live


def walk(director):
    """Two accounts closed by one decision, and a third that was to be closed later and is kept."""
    path = f"{director.base}/departures/"

    def account(portal):
        return director.account(portal, state="active", mine=False, administratorRole=False)

    def decide(kind, target, expected, **more):
        signed = director.desktop.signed_decision(kind, live.FABRE, target, 0, **more)
        director.contract.check("POST", director.base + "/decisions", director.desktop.decide(live.FABRE, signed), expected)

    def terms(*accounts, **more):
        return {"person": "Yanis Meunier", "items": [{"account": a["id"], "version": a["version"]} for a in accounts], **more}

    # An account that several people use.
    tomorrow = (director.world.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    way_out, shared = str(uuid.uuid4()), account("asp")
    marc = {"name": "Marc Noël", "email": "marc.noel@fabre-filles.example", "sirets": shared.get("sirets", []),
            "rights": [right["code"] for right in shared["rights"]]}
    decide("departure.start", way_out, 400, departure=terms(shared, newcomers=[marc]))
    decide("departure.start", way_out, 201, departure=terms(shared, at=tomorrow, newcomers=[marc]))
    director.call("GET", director.base + "/snapshot", 200)
    director.call("GET", path + way_out + "/receipt", 200)
    decide("departure.stop", way_out, 201)
    departure, other, now = str(uuid.uuid4()), str(uuid.uuid4()), account("portailpro")
    decide("departure.start", departure, 400, departure=terms())
    decide("departure.start", departure, 201, departure=terms(now, account("asp")))
    director.call("PUT", path + departure + "/reason", 200, {"reason": "retirement"})
    director.call("PUT", path + departure + "/reason", 400, {"reason": "boredom"})
    live.eventually(lambda: director.account("portailpro", id=now["id"])["state"] == "closed", 5)
    director.call("GET", director.base + "/snapshot", 200)
    director.call("GET", path + departure + "/receipt", 200)
    pdf = director.desktop.call("GET", path + departure + "/receipt", Accept="application/pdf")
    assert director.contract.check("GET", path + departure + "/receipt", pdf, 200).body.startswith(b"%PDF-1."), pdf.body[:20]
    director.call("GET", path + other + "/receipt", 404)
    decide("departure.start", other, 201, departure=terms(account("net_entreprises"), at=tomorrow))
    decide("departure.stop", other, 201)
