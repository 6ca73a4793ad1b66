# SPDX-License-Identifier: MIT
"""Somebody who leads no company of the demonstration, and the invitations that they take up."""
import re

import live
from demonstration.outside import Outside

ANGELA = "test"  # identity of FranceConnect's own test data: Angela Claire Louise DUBOIS
EMAIL = "angela.dubois@fabre-filles.example"
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


def codes(world):
    """All that were sent to her so far, in no order."""
    return {code for message in Outside(world).messages() if EMAIL in str(message) for code in CODE.findall(str(message))}


def propose(director, siren, portals, **more):
    return director.propose(siren, "Angela", "Dubois", EMAIL, portals, **more)


def answer(person, code, reply="accept"):
    return person.call("POST", "/v1/delegations/answers", {"code": code, "reply": reply})


def taken_up(world, director, person, siren, portals, **more):
    """A delegation that `director` proposed and `person` took up."""
    before = codes(world)
    proposed = propose(director, siren, portals, **more)
    assert proposed.status == 201, proposed.body

    def code():
        """the code has arrived"""
        return codes(world) - before

    # An identity serves one matching.
    person.sign_in(ANGELA)
    taken = answer(person, live.eventually(code).pop())
    assert taken.status == 200, taken.body
    return taken.json()
