# SPDX-License-Identifier: MIT
"""Documents that each route would take, and the same ones twisted so that no careful reader takes them."""
import json
import os
import uuid

import yaml

import live
from desktop import send

EXTENSION = "urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account"
SOMEBODY = (live.FABRE, "Angela", "Dubois", "angela.dubois@fabre-filles.example", ["impots"])
JSON, JOSE = "application/json", "application/jose"


def described_routes():
    """(method, path, media type) of every route whose body is JSON, or a JWS over JSON."""
    with open(os.path.join(live.SOURCE, "docs", "api", "openapi.yaml"), encoding="utf-8") as file:
        api = yaml.safe_load(file)
    for path, item in api["paths"].items():
        for method, operation in item.items():
            body = operation.get("requestBody", {})
            if "$ref" in body:
                body = api["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
            for media in body.get("content", {}):
                if media in (JSON, JOSE):
                    yield method.upper(), path, media


def twisted(document, large):
    """(what, bytes) that differ from `document` in one thing that makes them unreadable; no more than `large` bytes more."""
    opened, (name, value) = document[:-1], next(iter(json.loads(document).items()))
    again = json.dumps(value).encode()
    yield "deep arrays", opened + b',"x":' + b"[" * large
    yield "deep objects", opened + b',"x":' + b'{"a":' * (large // 5)
    yield "deep and whole", opened + b',"x":' + b"[" * 17 + b"]" * 17 + b"}"
    yield "a member twice", opened + b',"%s":%s}' % (name.encode(), again)
    yield "a member twice, once escaped", opened + b',"\\u%04x%s":%s}' % (ord(name[0]), name[1:].encode(), again)
    yield "not UTF-8", opened + b',"x":"\xff\xfe"}'
    yield "overlong UTF-8", opened + b',"x":"\xc0\xaf"}'
    yield "half a surrogate", opened + b',"x":"\\ud800"}'
    yield "surrogate in UTF-8", opened + b',"x":"\xed\xa0\x80"}'
    yield "a NUL", opened + b',"x":"\x00"}'
    yield "two documents", document + document
    yield "a number of thousands of digits", opened + b',"x":' + b"9" * large + b"}"
    yield "beyond every number", opened + b',"x":1e999999}'
    yield "not a number", opened + b',"x":NaN}'
    yield "a comment", opened + b"/**/}"
    yield "cut", opened
    yield "a list", b"[" + document + b"]"
    yield "nothing", b""
    yield "spaces", b" " * large


class Callers:
    """Who calls which route, and what they would rightly send; `desktop` leads a company, `portal` has no SCIM server."""

    def __init__(self, world, desktop, portal):
        self._world, self._desktop, self._portal = world, desktop, portal
        self.request = self._made(portal.deposit(live.FABRE, "twisted-1"), 202)["reference"]
        address = {"address": "contact@fabre-filles.example"}
        path = f"/v1/companies/{live.FABRE}/contact-email/verifications"
        self.verification = self._made(desktop.call("POST", path, address), 201)["id"]
        self.delegation = self._made(desktop.propose(*SOMEBODY), 201)["terms"]["id"]

    @staticmethod
    def _made(answer, status):
        assert answer.status == status, answer.body
        return answer.json()

    def path(self, template):
        """With identifiers of things that there are, but for what this world has none of."""
        here = {"siren": live.FABRE, "reference": self.request, "session": "any", "id": str(uuid.uuid4())}
        if "verifications" in template:
            here["id"] = self.verification
        if "delegations" in template:
            here["id"] = self.delegation
        if "review-cases" in template:
            here["reference"] = "EX-2026-000001"
        return template.format(**here)

    def right(self, template):
        """A document that the route reads without complaint."""
        iss = self._desktop.thumbprint
        decided = {"id": str(uuid.uuid4()), "siren": live.FABRE, "decidedAt": self._now(), "iss": iss}
        documents = {
            "/v1/sign-in/transactions": {"codeChallenge": "A" * 43, "codeChallengeMethod": "S256", "dpopJkt": iss,
                                         "returnTo": "embedded"},
            "/v1/company-checks": {"siren": live.FABRE},
            "/v1/companies": {"siren": live.FABRE},
            "/v1/review-cases/{reference}/transmission": {"replyTo": "claire@fabre-filles.example"},
            "/v1/companies/{siren}/decisions": {**decided, "kind": "request.accept", "target": "PC-2026-999999",
                                                "targetVersion": 1, "shown": "Accepter"},
            "/v1/companies/{siren}/delegations": {**self._desktop.proposal(*SOMEBODY), "iss": iss},
            "/v1/companies/{siren}/delegations/{id}/acts": {**decided, "delegation": self.delegation, "version": 1,
                                                            "order": "resume"},
            "/v1/companies/{siren}/findings-set-aside": {"account": "any", "kind": "shared", "reason": "Accueil",
                                                         "until": "2027-06-30"},
            "/v1/companies/{siren}/person-links": {"addresses": ["a@b.example", "c@d.example"], "same": False},
            "/v1/companies/{siren}/departures/{id}/reason": {"reason": "transfer"},
            "/v1/delegations/answers": {"code": "0000-0000-0000-0000", "reply": "accept"},
            "/v1/companies/{siren}/contact-email/verifications": {"address": "autre@fabre-filles.example"},
            "/v1/companies/{siren}/contact-email/verifications/{id}": {"code": "000000"},
            "/portal/v1/requests": self._portal.request_content(live.FABRE, "twisted-2"),
            "/portal/v1/requests/{reference}/complement": {"answer": "Bonjour"},
            "/portal/v1/director-verifications": {"siren": live.FABRE, "portalAccountId": "ESP-1"},
            "/portal/v1/subscription": {"events": []},
            "/portal/v1/account-declarations": {
                "siren": live.FABRE, "kind": "delta", "asOf": self._now(), "accounts": [
                    {"userName": "ESP-1", "active": True, "name": {"formatted": "Nadia Lopez"},
                     "emails": [{"value": "nadia.lopez@fabre-filles.example"}],
                     EXTENSION: {"siren": live.FABRE, "rights": [],
                                 "role": {"value": "DELEGATAIRE", "display": "Délégataire", "administrator": False}}}]},
            "/portal/v1/closures/{id}/acknowledgement": {"outcome": "closed"},
        }
        return json.dumps(documents[template]).encode()

    def send(self, method, template, media, document, key):
        path = self.path(template)
        if path.startswith("/portal/"):
            headers = {"Authorization": self._portal.authorization(), "Content-Type": media, "Idempotency-Key": key}
            return send(method, self._portal.address + path, headers, document)
        if media == JOSE:
            document = self._desktop.sign_bytes(document, TYPES[template.rpartition("/")[2]]).encode()
        return self._desktop.call(method, path, body=document, Content_Type=media)

    def _now(self):
        return self._world.now().strftime("%Y-%m-%dT%H:%M:%SZ")


TYPES = {"decisions": "decision+jwt", "delegations": "delegation+jwt", "acts": "delegation-act+jwt"}
# What a document is told that was not read.
UNREAD = {"invalid-request", "siren-invalid"}
# A token is smaller than a document may be.
LARGE = {JSON: 50_000, JOSE: 4_000}


def refused(callers):
    """Tries every route; how many documents were refused."""
    calls = 0
    routes = list(described_routes())
    assert len(routes) > 12, "the description names no routes that take JSON"
    for method, template, media in routes:
        right = callers.right(template)
        for what, document in twisted(right, LARGE[media]):
            answer = callers.send(method, template, media, document, f"twisted-{calls}")
            assert answer.status == 400 and answer.code == "invalid-request", (template, what, answer.status, answer.body)
            calls += 1
        # It was the twist: otherwise the route reads it, whatever it then says to what it asks for.
        for document in (right[:-1] + b',"x":[1]}', right):
            answer = callers.send(method, template, media, document, f"right-{calls}")
            assert answer.status < 300 or answer.code not in UNREAD, (template, document, answer.status, answer.body)
    return calls
