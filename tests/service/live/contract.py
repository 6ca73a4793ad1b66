# SPDX-License-Identifier: MIT
"""Every answer of the running service is the one that docs/api/openapi.yaml promises, along the main path."""
import json
import os
import re
import sys
import urllib.parse

import yaml

import contract_departure
import delegate
import live
from desktop import Desktop, Portal, send
from demonstration.outside import Outside

import jsonschema


class Contract:
    """Checks answers against the description, and remembers which operations were seen."""

    def __init__(self):
        with open(os.path.join(live.SOURCE, "docs", "api", "openapi.yaml"), encoding="utf-8") as file:
            self._description = yaml.safe_load(file)
        self.seen = set()

    def operations(self):
        return {(method.upper(), path) for path, item in self._description["paths"].items() for method in item}

    def check(self, method, path, answer, expected):
        template, operation = self._operation(method, path)
        assert answer.status == expected, f"{method} {path}: {answer.status} {answer.body[:300]!r}"
        self.seen.add((method, template))
        responses = operation["responses"]
        described = self._resolve(responses.get(str(answer.status), responses.get("default")))
        assert described, f"{method} {path}: {answer.status} is not described"
        content = described.get("content")
        if not content:
            return answer
        media = answer.headers.get("Content-Type", "").split(";")[0]
        assert media in content, f"{method} {path}: {media} instead of {list(content)}"
        schema = content[media].get("schema")
        if schema:
            whole = {**schema, "components": self._description["components"]}
            jsonschema.Draft202012Validator(whole).validate(json.loads(answer.body))
        return answer

    def _operation(self, method, path):
        for template, item in self._description["paths"].items():
            if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in item:
                return template, item[method.lower()]
        raise AssertionError(f"{method} {path} is not described")

    def _resolve(self, node):
        while node and "$ref" in node:
            target = self._description
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node


class Walk:
    """The main path; each call is checked."""

    def __init__(self, world):
        self.world, self.contract = world, Contract()
        self.desktop, self.portal = Desktop(world), Portal(world, "impots")
        self.base = f"/v1/companies/{live.FABRE}"

    def call(self, method, path, expected, content=None, **more):
        return self.contract.check(method, path, self.desktop.call(method, path, content, **more), expected)

    def portal_call(self, method, path, expected, content=None, **more):
        return self.contract.check(method, path, self.portal.call(method, path, content, **more), expected)

    def operation(self):
        for path in ("/healthz", "/readyz", "/.well-known/jwks.json", "/.well-known/receipt-keys.json"):
            self.contract.check("GET", path, send("GET", self.world.service + path), 200)

    def sign_in(self):
        opened, granted = self.desktop.sign_in("D2")
        self.contract.check("POST", "/v1/sign-in/transactions", opened, 201)
        self.contract.check("POST", "/v1/oauth/token", granted, 200)
        complete = send("GET", self.world.service + "/sign-in/complete")
        self.contract.check("GET", "/sign-in/complete", complete, 200)
        for path in ("/sign-in/start/unknown", "/sign-in/callback", "/sign-in/callback-plus", "/sign-out/unknown",
                     "/sign-out/return"):
            answer = send("GET", self.world.service + path)
            self.contract.check("GET", path, answer, answer.status)
        self.call("GET", "/v1/me", 200)

    def sign_in_strongly(self):
        """What the acts of high effect that follow need."""
        opened, granted = self.desktop.sign_in_strongly("D2")
        self.contract.check("POST", "/v1/sign-in/transactions", opened, 201)
        self.contract.check("POST", "/v1/oauth/token", granted, 200)

    def attach(self):
        self.call("POST", "/v1/company-checks", 200, {"siren": live.FABRE})
        self.call("POST", "/v1/company-checks", 422, {"siren": "000058264"})
        for siren, result in (
            ("000090126", "closed"),
            ("000113456", "notCovered"),
            ("000126789", "notDirector"),
            ("000165670", "duplicate"),
            ("732829320", "unknown"),
        ):
            check = self.call("POST", "/v1/company-checks", 200, {"siren": siren}).json()
            assert check["result"] == result, check
            assert "identity" not in check and "reviewReference" not in check, check
        assert check.get("name") is None
        duplicate = self.call("POST", "/v1/companies", 409, {"siren": "000165670"}).json()
        assert duplicate["code"] == "company-duplicate" and duplicate["argument"] == live.FABRE, duplicate
        self.call("POST", "/v1/companies", 201, {"siren": live.FABRE})
        self.call("GET", "/v1/me", 200)
        # The identity served its purpose: another company takes another sign-in.
        self.call("POST", "/v1/company-checks", 401, {"siren": live.FABRE})

    def doubt(self):
        """Philippe Kermarrec's birth date is transposed in the registers: a human must look, and is told."""
        person = Desktop(self.world)
        person.sign_in("D4")
        answer = person.call("POST", "/v1/company-checks", {"siren": "000126789"})
        check = self.contract.check("POST", "/v1/company-checks", answer, 200).json()
        assert check["result"] == "needsReview" and check["reviewSendable"], check
        assert check["identity"]["birthdate"] == "1961-08-29", check
        assert "1961-09-28" not in answer.body.decode(), answer.body
        path = f"/v1/review-cases/{check['reviewReference']}/transmission"
        for who, reply_to, status in ((self.desktop, "a@b.example", 404), (person, "nobody", 422), (person, "philippe@k.example", 200)):
            sent = who.call("POST", path, {"replyTo": reply_to})
            self.contract.check("POST", path, sent, status)
        text = Outside(self.world).wait_for_message("assistance@proconnect.example", check["reviewReference"])
        assert "1961" not in text, text

    def accounts_arrive(self):
        def all_portals():
            """every portal has answered"""
            sources = self.desktop.snapshot(live.FABRE).get("sources", [])
            return len(sources) == 7 and all(source["state"] == "fresh" for source in sources)

        live.eventually(all_portals)
        first = self.call("GET", self.base + "/snapshot", 200)
        reported = [a for a in self.world.data["comptes"] if a["entreprise"] == "E2"]
        assert len(first.json()["accounts"]) == len(reported), len(first.json()["accounts"])
        same = self.call("GET", self.base + "/snapshot", 304, If_None_Match=first.headers["ETag"])
        assert not same.body

    def notes(self):
        """What only people know of accounts, and what the snapshot then holds."""
        accounts = self.desktop.snapshot(live.FABRE)["accounts"]
        path, order = self.base + "/findings-set-aside", {"account": accounts[0]["id"], "kind": "shared", "reason": "Accueil"}
        self.call("POST", path, 200, {**order, "until": "2027-06-30"})
        self.call("POST", path, 400, {**order, "until": "2029-06-30"})
        path, link = self.base + "/person-links", {"addresses": sorted({a["email"] for a in accounts})[:2], "same": False}
        self.call("POST", path, 200, link)
        self.call("POST", path, 404, {**link, "addresses": ["a@b.example", "c@d.example"]})
        snapshot = self.call("GET", self.base + "/snapshot", 200).json()
        assert snapshot["setAside"][0]["by"] and snapshot["personLinks"][0]["addresses"] == link["addresses"], snapshot

    def requests(self):
        self.contract.check("POST", "/portal/v1/token", self.portal.token(), 200)
        self.contract.check("POST", "/portal/v1/token", self.portal.token("wrong"), 401)
        deposited = self.portal.deposit(live.FABRE, "contract-1")
        reference = self.contract.check("POST", "/portal/v1/requests", deposited, 202).json()["reference"]
        again = self.portal.deposit(live.FABRE, "contract-1", message="autre")
        self.contract.check("POST", "/portal/v1/requests", again, 422)
        self.portal_call("GET", "/portal/v1/requests/" + reference, 200)
        self.portal_call("GET", "/portal/v1/requests/PC-2026-999999", 404)
        unled = self.portal.deposit("000184556", "contract-3").json()["reference"]
        self.portal_call("GET", f"/portal/v1/requests/{unled}/letter", 200)
        declared = {"siren": live.FABRE, "kind": "full", "asOf": "2026-11-23T07:00:00Z", "accounts": []}
        # Its accounts are read from its SCIM server; tests/service/live/guide.py declares those of one without.
        self.portal_call("POST", "/portal/v1/account-declarations", 409, declared)
        closure = "/portal/v1/closures/00000000-0000-0000-0000-000000000000/acknowledgement"
        self.portal_call("POST", closure, 404, {"outcome": "closed"})
        subscription = "/portal/v1/subscription"
        chosen = {"events": ["fin-de-mandat", "mel-modifie"]}
        assert self.portal_call("PUT", subscription, 200, chosen).json()["events"] == chosen["events"]
        self.portal_call("PUT", subscription, 400, {**chosen, "receiver": self.world.service + "/elsewhere"})
        self.portal_call("GET", subscription, 200)
        self.portal_call("POST", f"/portal/v1/requests/{reference}/withdrawal", 200)
        self.portal_call("GET", f"/portal/v1/requests/{reference}/letter", 410)
        signed = self.desktop.signed_decision("request.accept", live.FABRE, reference, 2)
        self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 410)

    def complement(self):
        """A question was put to the person before; the answer makes the request wait again."""
        question = {"question": "Une adresse nominative ?", "askedAt": self.world.now().strftime("%Y-%m-%dT00:00:00Z")}
        deposited = self.portal.deposit(live.FABRE, "contract-2", complement=question)
        reference = self.contract.check("POST", "/portal/v1/requests", deposited, 202).json()["reference"]
        asked = self.portal_call("GET", "/portal/v1/requests/" + reference, 200).json()
        assert asked["state"] == "complementAsked" and asked["complement"]["question"] == question["question"], asked
        path = f"/portal/v1/requests/{reference}/complement"
        given = self.portal_call("POST", path, 200, {"answer": "karim@fabre-filles.example"}).json()
        assert given["state"] == "waiting", given
        self.portal_call("POST", path, 409, {"answer": "autre"})
        self.call("GET", self.base + "/snapshot", 200)

    def decide(self):
        """A collaborator registers on the portal's page; the answer is on the same page."""
        outside = Outside(self.world)
        outside.register("chorus_pro", live.FABRE, "Zoé", "Contrat", "zoe.contrat@fabre-filles.example")

        def request():
            """the request is in the application"""
            waiting = self.desktop.snapshot(live.FABRE).get("requests", [])
            return next((each for each in waiting if each.get("familyName") == "Contrat"), None)

        found = live.eventually(request)
        signed = self.desktop.signed_decision("request.accept", live.FABRE, found["id"], found["version"])
        self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 201)
        self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 200)

        def acknowledged():
            """the portal has acknowledged"""
            return request()["handBack"] == "acknowledged"

        live.eventually(acknowledged, 5)
        outside.wait_for_message("zoe.contrat@fabre-filles.example")
        own = self.call("GET", self.base + "/receipts", 200).json()["receipts"][0]
        assert own["kind"] == "request.accept", own
        self.receipt(own["receipt"])
        self.call("GET", f"{self.base}/receipts/{own['receipt']['decisionId']}", 200)
        self.call("GET", self.base + "/snapshot", 200)

    def receipt(self, receipt):
        """Anyone checks it, without a token."""
        address = self.world.service + "/verify"
        self.contract.check("GET", "/verify", send("GET", address), 200)
        for code, status in ((receipt["verificationCode"], 200), ("0000-0000-0000-0000", 404), ("1", 400)):
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = send("POST", address, form, f"code={code}".encode())
            self.contract.check("POST", "/verify", answer, status)
            assert (receipt["receiptNumber"].encode() in answer.body) == (status == 200), answer.body

    def account(self, portal, **wanted):
        accounts = self.desktop.snapshot(live.FABRE)["accounts"]
        return next((a for a in accounts if a["portal"] == portal and all(a.get(k) == v for k, v in wanted.items())), None)

    def close(self):
        leaver = self.account("urssaf", state="active", mine=False, administratorRole=False)
        signed = self.desktop.signed_decision("account.close", live.FABRE, leaver["id"], leaver["version"])
        self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 201)
        live.eventually(lambda: self.account("urssaf", id=leaver["id"])["state"] == "closed", 5)

    def last_hand(self):
        """Nobody but Romain Peltier administers prodouane."""
        account = self.account("prodouane", state="active", administratorRole=True)
        signed = self.desktop.signed_decision("account.close", live.FABRE, account["id"], account["version"])
        refused = self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 409)
        assert refused.code == "last-hand" and refused.json()["argument"], refused.body

    def letter(self):
        """An account that prodouane closes by hand only: a letter, once that is decided."""
        account = self.account("prodouane", state="active", administratorRole=False)
        path = f"{self.base}/closure-letter"
        query = "?account=" + urllib.parse.quote(account["id"])
        self.contract.check("GET", path, self.desktop.call("GET", path, query=query), 409)
        signed = self.desktop.signed_decision("account.close", live.FABRE, account["id"], account["version"])
        self.contract.check("POST", self.base + "/decisions", self.desktop.decide(live.FABRE, signed), 201)
        answer = self.contract.check("GET", path, self.desktop.call("GET", path, query=query), 200)
        assert answer.body.startswith(b"%PDF-1."), answer.body[:20]
        # All portals of the demonstration have a SCIM server.
        path = f"{self.base}/account-files/prodouane"
        handed = self.desktop.call("POST", path, body=b"identifiant\n", Content_Type="text/csv")
        self.contract.check("POST", path, handed, 409)

    def departure(self):
        contract_departure.walk(self)

    def certify(self):
        """Élodie Marchand has an account of her own on Chorus Pro."""
        director, base = Desktop(self.world), f"/v1/companies/{live.MARCHAND}"
        director.sign_in("D1")
        assert director.call("POST", "/v1/companies", {"siren": live.MARCHAND}).status == 201

        def own():
            """her account is in the application"""
            accounts = director.snapshot(live.MARCHAND).get("accounts", [])
            return next((a for a in accounts if a["portal"] == "chorus_pro" and a["mine"]), None)

        mine = live.eventually(own)
        assert mine["certification"] == "notCertified", mine
        signed = director.signed_decision("account.certify", live.MARCHAND, mine["id"], mine["version"])
        self.contract.check("POST", base + "/decisions", director.decide(live.MARCHAND, signed), 201)
        live.eventually(lambda: own()["certification"] == "certified", 5)
        self.portal = Portal(self.world, "chorus_pro")
        path, question = "/portal/v1/director-verifications", {"siren": live.MARCHAND}
        yes = self.portal_call("POST", path, 200, {**question, "portalAccountId": mine["portalAccountId"]})
        assert yes.json()["answer"] == "yes", yes.body
        no = self.portal_call("POST", path, 200, {**question, "portalAccountId": "nobody"})
        assert no.json()["answer"] == "no", no.body

    def delegations(self):
        """Claire Fabre names Angela Dubois, who takes it up, answers a request, and gives it up."""
        base, angela = self.base + "/delegations", Desktop(self.world)
        angela.sign_in(delegate.ANGELA)

        def check(method, path, answer, expected):
            return self.contract.check(method, path, answer, expected).json()

        check("POST", base, delegate.propose(self.desktop, live.FABRE, ["impots", "asp"]), 201)
        check("POST", base, delegate.propose(self.desktop, live.FABRE, ["nowhere"]), 400)
        check("GET", base, angela.call("GET", base), 403)
        code = live.eventually(lambda: delegate.codes(self.world)).pop()
        answers = "/v1/delegations/answers"
        check("POST", answers, delegate.answer(self.desktop, code), 401)
        check("POST", answers, delegate.answer(angela, "0000-0000-0000-0000"), 404)
        taken = check("POST", answers, delegate.answer(angela, code), 200)
        assert taken["state"] == "active", taken
        check("POST", answers, delegate.answer(angela, code), 401)
        assert len(self.call("GET", base, 200).json()["delegations"]) == 1
        own = check("GET", "/v1/delegations", angela.call("GET", "/v1/delegations"), 200)
        assert own["delegations"][0]["terms"]["id"] == taken["terms"]["id"], own

        def companies():
            """What her application offers her: without a function, since she does not lead it."""
            seen = check("GET", "/v1/me", angela.call("GET", "/v1/me"), 200).get("companies", [])
            return [(each["siren"], "function" in each) for each in seen]

        assert companies() == [(live.FABRE, False)], companies()

        reference = Portal(self.world, "impots").deposit(live.FABRE, "delegated-1").json()["reference"]
        snapshot = self.base + "/snapshot"
        seen = check("GET", snapshot, angela.call("GET", snapshot), 200)
        assert {portal["id"] for portal in seen["portals"]} == {"impots", "asp"}, seen["portals"]
        assert "journal" not in seen and not seen["contactEmail"].get("address"), seen
        signed = angela.signed_decision("request.refuse", live.FABRE, reference, 1, reason="notNeeded")
        check("POST", self.base + "/decisions", angela.decide(live.FABRE, signed), 201)

        acts = f"{base}/{taken['terms']['id']}/acts"
        held = check("POST", acts, self.desktop.delegation_act("suspend", taken), 200)
        check("POST", acts, self.desktop.delegation_act("resume", taken), 409)
        check("GET", snapshot, angela.call("GET", snapshot), 403)
        assert companies() == [], companies()
        check("POST", acts, self.desktop.delegation_act("resume", held), 200)
        renunciation = f"/v1/delegations/{taken['terms']['id']}/renunciation"
        given_up = check("POST", renunciation, angela.call("POST", renunciation), 200)
        assert given_up["state"] == "renounced", given_up
        assert companies() == [], companies()

    def contact_email(self):
        path = self.base + "/contact-email/verifications"
        self.call("POST", path, 422, {"address": "nobody"})
        opened = self.call("POST", path, 201, {"address": "bureau@fabre-filles.example"}).json()
        self.call("POST", f"{path}/{opened['id']}", 422, {"code": "000000"})
        text = Outside(self.world).wait_for_message("bureau@fabre-filles.example")
        code = re.search(r"\b(\d{3})[\s\u00a0]?(\d{3})\b", json.loads(text)["body"] if "body" in json.loads(text) else text)
        self.call("POST", f"{path}/{opened['id']}", 200, {"code": "".join(code.groups())})

    def other_computer(self):
        """Signed in there, seen from here, signed out from here."""
        other = Desktop(self.world)
        other.sign_in("D2", device="portable · Debian 12")
        listed = self.call("GET", "/v1/sessions", 200).json()["sessions"]
        assert [one.get("device") for one in listed if not one.get("current")] == ["portable · Debian 12"], listed
        end = next(f"/v1/sessions/{one['id']}/end" for one in listed if not one.get("current"))
        left = self.call("POST", end, 200).json()["sessions"]
        assert len(left) == 1 and left[0]["current"], left
        told = self.contract.check("GET", "/v1/me", other.call("GET", "/v1/me"), 401).json()
        assert (told["code"], told["argument"]) == ("session-ended", "elsewhere"), told
        self.call("POST", end, 404)

    def sign_out(self):
        self.call("POST", "/v1/sign-out", 200)
        self.call("GET", "/v1/me", 401)


def main():
    with live.running(plus=True) as (world, _):
        walk = Walk(world)
        for step in ("operation", "sign_in", "sign_in_strongly", "attach", "doubt", "accounts_arrive", "notes", "requests",
                     "complement", "decide", "close", "last_hand", "letter", "departure", "certify", "delegations", "contact_email", "other_computer",
                     "sign_out"):
            print(step, flush=True)
            getattr(walk, step)()
        unseen = walk.contract.operations() - walk.contract.seen
        assert not unseen, f"described but never called: {sorted(unseen)}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
