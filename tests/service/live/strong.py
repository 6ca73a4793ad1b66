# SPDX-License-Identifier: MIT
"""Acts of high effect with the sandbox's FranceConnect+: refused with FranceConnect, however fresh the sign-in."""
import json
import urllib.parse

from live import FABRE, running  # noqa: I001 (it sets the path)
from desktop import Desktop, send

EMAIL = f"/v1/companies/{FABRE}/contact-email/verifications"
ADDRESS = {"address": "direction@fabre-filles.example"}


def main():
    with running(plus=True) as (world, _service):
        claire = Desktop(world)
        claire.sign_in("D2")
        assert claire.call("POST", "/v1/companies", {"siren": FABRE}).status == 201
        weak = claire.call("POST", EMAIL, ADDRESS)
        assert (weak.status, weak.code) == (401, "strong-sign-in-needed"), weak.body

        # Somebody else at FranceConnect+ opens nothing, and ends nothing.
        before = claire.access_token
        _opened, other = claire.sign_in_strongly("D1")
        assert (other.status, other.code) == (403, "sign-in-other-person"), other.body
        claire.access_token = before
        assert claire.call("GET", "/v1/me").status == 200

        opened, granted = claire.sign_in_strongly("D2")
        assert granted.status == 200, granted.body
        host = urllib.parse.urlsplit(f"http://127.0.0.1:{world.plus_port}").netloc
        assert host in opened.json()["allowedHosts"], opened.body
        me = claire.call("GET", "/v1/me").json()
        assert me["assurance"] == 2, me
        assert [company["siren"] for company in me["companies"]] == [FABRE], me
        assert claire.call("POST", EMAIL, ADDRESS).status == 201

        # A token that FranceConnect+ forgot to encrypt is refused.
        order = {"target": "franceconnect-plus", "fault": {"quirks": ["notEncrypted"]}}
        asked = send(
            "POST", world.outside + "/controle", {"Content-Type": "application/json"}, json.dumps(order).encode()
        )
        assert asked.status == 204, asked.body
        try:
            claire.sign_in_strongly("D2")
        except KeyError:
            pass  # back without a code
        else:
            raise AssertionError("an unencrypted token opened a session")


main()
