# SPDX-License-Identifier: MIT
"""Accounts read, closed and certified on a SCIM server of other people, beside the sandbox's own."""
import json
import os
import sys

import live
from desktop import Desktop, send

EXTENSION = "urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account"
JSON = {"Content-Type": "application/scim+json"}
PAGE = 7


class ScimServer:
    """The accounts of one portal."""

    def __init__(self, programs, portal, *options):
        self.portal, self._token, self._paths = portal, f"token-of-{portal}", {}
        command = ["node", live.peer("scim_server.mjs", "scimmy-routers"), self._token, str(PAGE), *options]
        program = programs.start("scim-" + portal, command, dict(os.environ))
        self._addresses = json.loads(program.wait_for_output(r"(?m)^\{.*\}$")[0])

    def settings(self):
        """The service's, for this server to be the portal's."""
        prefix = f"PROCONNECT_PORTAL_{self.portal.upper()}_SCIM_"
        return {prefix + "URL": self._addresses["scim"], prefix + "TOKEN": self._token}

    def call(self, method, path, content=None):
        headers = {**JSON, "Authorization": "Bearer " + self._token}
        body = json.dumps(content).encode() if content is not None else None
        return send(method, self._addresses["scim"] + path, headers, body)

    def add(self, name, holder, siren=live.FABRE):
        user = {
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", EXTENSION],
            "userName": name,
            "active": True,
            "name": {"formatted": holder},
            "emails": [{"value": f"{name}@fabre-filles.example".lower()}],
            EXTENSION: {
                "siren": siren,
                "role": {"value": "DECLARANT", "display": "Déclarant", "administrator": False},
                "rights": [{"value": "DECLARER", "display": "Déclarer", "payment": False}],
                "certification": "none",
            },
        }
        answer = self.call("POST", "/Users", user)
        assert answer.status == 201, answer.body
        self._paths[name] = "/Users/" + answer.json()["id"]

    def path(self, name):
        return self._paths[name]

    def user(self, name):
        return self.call("GET", self._paths[name]).json()

    def asked(self):
        """Every request that the server had."""
        return send("GET", self._addresses["control"]).json()


class Walk:
    def __init__(self, world, strict, simple):
        self.world, self.strict, self.simple = world, strict, simple
        self.sign_in()
        assert self.director.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201

    def sign_in(self):
        """Again for each step: on a slow machine, all of them together may outlast an access token."""
        self.director = Desktop(self.world)
        self.director.sign_in("D2")

    def accounts(self, server):
        """By name on the portal."""
        accounts = self.director.snapshot(live.FABRE).get("accounts", [])
        return {account["portalAccountId"]: account for account in accounts if account["portal"] == server.portal}

    def decide(self, kind, server, name):
        account = self.accounts(server)[name]
        signed = self.director.signed_decision(kind, live.FABRE, account["id"], account["version"])
        answer = self.director.decide(live.FABRE, signed)
        assert answer.status == 201, answer.body

    def reads(self):
        """Every account of the company, on several pages, and of no other company."""
        wanted = {f"URS-{i}" for i in range(2 * PAGE + 2)} | {"URS-OWN"}
        live.eventually(lambda: set(self.accounts(self.strict)) == wanted)
        live.eventually(lambda: set(self.accounts(self.simple)) == {"CHO-1", "CHO-OWN"})
        account = self.accounts(self.strict)["URS-3"]
        assert (account["holderName"], account["roleLabel"]) == ("Karim Haddad", "Déclarant"), account
        lists = [each for each in self.strict.asked() if each["path"].endswith("/Users") and each["method"] == "GET"]
        assert {each["query"]["count"] for each in lists} == {str(PAGE)}, "pages as long as the server allows"
        assert [each["query"]["startIndex"] for each in lists[:3]] == ["1", str(PAGE + 1), str(2 * PAGE + 1)]
        assert all(each["query"]["filter"] == f'{EXTENSION}:siren eq "{live.FABRE}"' for each in lists)

    def closes(self):
        for server, name in ((self.strict, "URS-3"), (self.simple, "CHO-1")):
            self.decide("account.close", server, name)
            live.eventually(lambda: self.accounts(server)[name]["state"] == "closed")
            assert server.user(name)["active"] is False
            others = {account["state"] for each, account in self.accounts(server).items() if each != name}
            assert others == {"active"}, others

    def certifies(self):
        """What the director certifies is certified there, and nothing else of the account changes."""
        for server, name in ((self.strict, "URS-OWN"), (self.simple, "CHO-OWN")):
            self.decide("account.certify", server, name)
            live.eventually(lambda: self.accounts(server)[name]["certification"] == "certified")
            extension = server.user(name)[EXTENSION]
            assert extension["certification"] == "certified" and extension["certifiedSubject"], extension
            assert extension["siren"] == live.FABRE and extension["rights"][0]["value"] == "DECLARER", extension

    def versions(self):
        """If-Match goes to the server that knows versions, and to no other; a change in between is no obstacle."""
        def sent(server):
            return [each["ifMatch"] for each in server.asked() if each["method"] == "PATCH"]

        assert sent(self.strict) == ['W/"1"', 'W/"1"'], sent(self.strict)
        assert sent(self.simple) == [None, None], sent(self.simple)
        # The service learns of this change at its next reading, or from the refusal of its order.
        patch = {"op": "replace", "path": "displayName", "value": "Haddad"}
        schema = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
        changed = self.strict.call("PATCH", self.strict.path("URS-5"), {"schemas": [schema], "Operations": [patch]})
        assert changed.status == 200, changed.body
        self.decide("account.close", self.strict, "URS-5")
        live.eventually(lambda: self.accounts(self.strict)["URS-5"]["state"] == "closed", 60)
        after = self.strict.user("URS-5")
        assert after["active"] is False and after["displayName"] == "Haddad", after

    def leaves(self):
        """An account that the portal deleted is shown as closed."""
        assert self.strict.call("DELETE", self.strict.path("URS-9")).status == 204
        live.eventually(lambda: self.accounts(self.strict)["URS-9"]["state"] == "closed", 60)


def main():
    servers = []

    def start(programs):
        servers.extend([ScimServer(programs, "urssaf", "etags"), ScimServer(programs, "chorus_pro")])
        for i in range(2 * PAGE + 2):
            servers[0].add(f"URS-{i}", "Karim Haddad")
            servers[0].add(f"URX-{i}", "Nadia Haddad", live.MARCHAND)
        servers[0].add("URS-OWN", "Claire Fabre")
        servers[1].add("CHO-1", "Karim Haddad")
        servers[1].add("CHO-OWN", "Claire Fabre")
        return {**servers[0].settings(), **servers[1].settings()}

    with live.running(start) as (world, _):
        walk = Walk(world, *servers)
        for step in ("reads", "closes", "certifies", "versions", "leaves"):
            print(step, flush=True)
            walk.sign_in()
            getattr(walk, step)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
