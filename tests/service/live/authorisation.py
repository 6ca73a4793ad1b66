# SPDX-License-Identifier: MIT
"""Nobody reaches a route that is not theirs: every route, with every wrong caller."""
import datetime
import os
import re
import sys
import uuid

import yaml

import delegate
import live
from desktop import Desktop, Portal, send

# Routes of a director, and what a caller without rights over the company may get.
OF_A_DIRECTOR = (
    ("GET", "/v1/me"),
    ("POST", "/v1/sign-out"),
    ("GET", "/v1/sessions"),
    ("POST", "/v1/sessions/{delegation}/end"),
    ("POST", "/v1/company-checks"),
    ("POST", "/v1/companies"),
)
OF_A_COMPANY = (
    ("GET", "/v1/companies/{siren}/snapshot"),
    ("POST", "/v1/companies/{siren}/decisions"),
    ("GET", "/v1/companies/{siren}/closure-letter"),
    ("GET", "/v1/companies/{siren}/departures/{delegation}/receipt"),
    ("PUT", "/v1/companies/{siren}/departures/{delegation}/reason"),
    ("POST", "/v1/companies/{siren}/findings-set-aside"),
    ("POST", "/v1/companies/{siren}/person-links"),
    ("POST", "/v1/companies/{siren}/account-files/impots"),
    ("POST", "/v1/companies/{siren}/contact-email/verifications"),
    ("POST", "/v1/companies/{siren}/contact-email/verifications/any"),
    ("GET", "/v1/companies/{siren}/delegations"),
    ("POST", "/v1/companies/{siren}/delegations"),
    ("POST", "/v1/companies/{siren}/delegations/{delegation}/acts"),
)
# Everybody's own things; nothing of anybody else's.
OF_A_PERSON = (
    ("GET", "/v1/companies/{siren}/receipts"),
    ("GET", "/v1/delegations"),
    ("POST", "/v1/delegations/answers"),
    ("POST", "/v1/delegations/{delegation}/renunciation"),
    ("POST", "/v1/review-cases/{reference}/transmission"),
    ("GET", "/v1/companies/{siren}/receipts/{delegation}"),
)
OF_A_PORTAL = (
    ("POST", "/portal/v1/requests"),
    ("GET", "/portal/v1/requests/{reference}"),
    ("GET", "/portal/v1/requests/{reference}/letter"),
    ("POST", "/portal/v1/requests/{reference}/withdrawal"),
    ("POST", "/portal/v1/requests/{reference}/complement"),
    ("POST", "/portal/v1/director-verifications"),
    ("GET", "/portal/v1/subscription"),
    ("PUT", "/portal/v1/subscription"),
    ("POST", "/portal/v1/account-declarations"),
    ("POST", "/portal/v1/closures/{delegation}/acknowledgement"),
)


def body_for(path, desktop, reference):
    if path.endswith("/decisions"):
        signed = desktop.signed_decision("request.accept", live.FABRE, reference, 1)
        return signed.encode(), "application/jose"
    if path.endswith("/delegations"):
        terms = {
            "id": str(uuid.uuid4()),
            "siren": live.FABRE,
            "givenName": "Un",
            "familyName": "Voleur",
            "email": "voleur@ailleurs.example",
            "powers": ["answerRequests"],
            "portals": ["impots"],
            "ceiling": "none",
            "start": "2026-11-23",
            "end": "2027-02-01",
            "iss": desktop.thumbprint,
        }
        return desktop.sign(terms, "delegation+jwt").encode(), "application/jose"
    if path.endswith("/acts"):
        act = {
            "id": str(uuid.uuid4()),
            "siren": live.FABRE,
            "delegation": path.split("/")[-2],
            "version": 2,
            "order": "resume",
            "decidedAt": "2026-11-23T08:00:00Z",
            "iss": desktop.thumbprint,
        }
        return desktop.sign(act, "delegation-act+jwt").encode(), "application/jose"
    if path.endswith("/answers"):
        return b'{"code": "0000-0000-0000-0000", "reply": "accept"}', "application/json"
    if path.endswith("/transmission"):
        return b'{"replyTo": "voleur@ailleurs.example"}', "application/json"
    if path.endswith("/verifications"):
        return b'{"address": "voleur@ailleurs.example"}', "application/json"
    if path.endswith("/findings-set-aside"):
        return b'{"account": "any", "kind": "shared", "reason": "Vol", "until": "2027-06-30"}', "application/json"
    if path.endswith("/person-links"):
        return b'{"addresses": ["a@fabre-filles.example", "b@fabre-filles.example"], "same": true}', "application/json"
    if path.endswith("/reason"):
        return b'{"reason": "dismissal"}', "application/json"
    if path.endswith("/any"):
        return b'{"code": "123456"}', "application/json"
    return b'{"siren": "%s"}' % live.FABRE.encode(), "application/json"


class Gate:
    def __init__(self, world, reference):
        self._world, self._reference, self.tried = world, reference, 0
        self.delegation = str(uuid.uuid4())

    def path(self, template):
        return template.format(siren=live.FABRE, reference=self._reference, delegation=self.delegation)

    def refused(self, who, method, template, statuses, answer):
        self.tried += 1
        assert answer.status in statuses, f"{who}: {method} {template}: {answer.status} {answer.body[:200]!r}"
        assert b"Haddad" not in answer.body, f"{who}: {method} {template} tells a name"

    def with_header(self, who, routes, desktop, authorization, proof=False):
        for method, template in routes:
            path = self.path(template)
            body, media = body_for(path, desktop, self._reference)
            headers = {"Content-Type": media, "Idempotency-Key": "k"}
            if authorization:
                headers["Authorization"] = authorization
            if proof:
                headers["DPoP"] = desktop.proof(method, path)
            answer = send(method, self._world.service + path, headers, None if method == "GET" else body)
            self.refused(who, method, template, {401}, answer)

    def as_desktop(self, who, routes, desktop, statuses):
        for method, template in routes:
            path = self.path(template)
            body, media = body_for(path, desktop, self._reference)
            more = {} if method == "GET" else {"body": body, "Content_Type": media}
            self.refused(who, method, template, statuses, desktop.call(method, path, **more))


    def as_delegate(self, who, desktop, reads):
        """Nothing beyond the scope; `reads`: the delegation is in force, so that a snapshot shows its scope."""
        desktop.sign_in(delegate.ANGELA)
        own = ("GET", "/v1/companies/{siren}/delegations")
        snapshot = ("GET", "/v1/companies/{siren}/snapshot")
        refused = [route for route in OF_A_COMPANY if route not in (own, snapshot)]
        self.as_desktop(who, refused, desktop, {403, 404})
        shown = desktop.call(*map(self.path, snapshot))
        if reads:
            seen = shown.json()
            assert not seen.get("journal") and not seen["contactEmail"].get("address"), seen
            scope = {portal["id"] for portal in seen["portals"]}
            for line in seen.get("accounts", []) + seen.get("requests", []):
                assert line["portal"] in scope and line["id"] != self._reference, line
        else:
            self.refused(who, *snapshot, {403}, shown)
        lines = desktop.call(*map(self.path, own)).json()["delegations"]
        assert all(line["terms"]["familyName"] == "Dubois" for line in lines), lines
        self.as_desktop(who, OF_A_PERSON[2:], desktop, {404})
        answer = desktop.call("POST", "/v1/companies", {"siren": live.FABRE})
        self.refused(who, "POST", "/v1/companies", {403}, answer)


def shape(path):
    """The path whatever its parameters are called."""
    return re.sub(r"\{\w+\}|(any|impots)$", "*", path)


def every_route_is_tried():
    """What the description promises and needs a caller is in one of the tables."""
    with open(os.path.join(live.SOURCE, "docs", "api", "openapi.yaml"), encoding="utf-8") as file:
        described = yaml.safe_load(file)["paths"]
    tables = OF_A_DIRECTOR + OF_A_COMPANY + OF_A_PERSON + OF_A_PORTAL
    tried = {(method, shape(path)) for method, path in tables}
    for path, item in described.items():
        for method, operation in item.items():
            # Whoever asks for a token shows no other.
            if operation.get("security") != [] and not path.endswith("/token"):
                assert (method.upper(), shape(path)) in tried, f"{method} {path} is tried by nobody"


def delegates(world, gate, claire, elodie, request):
    """Angela Dubois in every position in which a delegate may stand before the last day."""
    angela = Desktop(world)
    angela.sign_in(delegate.ANGELA)
    gate.as_desktop("somebody", OF_A_COMPANY, angela, {403})
    delegate.taken_up(world, elodie, angela, live.MARCHAND, ["impots"])
    gate.as_desktop("another company's delegate", OF_A_COMPANY, angela, {403})

    held = delegate.taken_up(world, claire, angela, live.FABRE, ["urssaf"])
    gate.delegation = held["terms"]["id"]
    gate.as_desktop("another's delegation", OF_A_PERSON[3:4], elodie, {404})
    gate.delegation = str(uuid.uuid4())
    gate.as_delegate("a delegate of another portal", angela, reads=True)
    suspended = claire.delegation_act("suspend", held).json()
    gate.as_delegate("a suspended delegate", angela, reads=False)
    claire.delegation_act("revoke", suspended)
    gate.as_delegate("a revoked delegate", angela, reads=False)

    delegate.taken_up(world, claire, angela, live.FABRE, ["impots"], sirets=[live.FABRE + "00013"])
    gate.as_delegate("a delegate of another establishment", angela, reads=True)
    delegate.taken_up(world, claire, angela, live.FABRE, ["impots"], ceiling="readOnly")
    signed = angela.signed_decision("request.accept", live.FABRE, request, 1)
    gate.refused("a delegate who may only read", "POST", "decisions", {403}, angela.decide(live.FABRE, signed))


def expired_delegate(world, service, gate, claire, request):
    """Somebody who could do all that a delegate can, until the last day was over."""
    dora, day = Desktop(world), datetime.timedelta(days=1)
    claire.sign_in("D2")  # naming somebody needs a fresh one
    for held in claire.call("GET", f"/v1/companies/{live.FABRE}/delegations").json()["delegations"]:
        if held["state"] == "active":
            assert claire.delegation_act("revoke", held).status == 200
    until = (world.now().date() + day).isoformat()
    delegate.taken_up(world, claire, dora, live.FABRE, ["impots"], ceiling="none", end=until)
    seen = dora.snapshot(live.FABRE)["requests"]
    assert [each["state"] for each in seen if each["id"] == request] == ["waiting"], seen
    live.days_later(world, service, 3)
    gate.as_delegate("an expired delegate", dora, reads=False)
    signed = dora.signed_decision("request.accept", live.FABRE, request, 1)
    gate.refused("an expired delegate", "POST", "decisions", {403}, dora.decide(live.FABRE, signed))


def main():
    every_route_is_tried()
    with live.running() as (world, service):
        claire, elodie, thief = Desktop(world), Desktop(world), Desktop(world)
        for desktop, person, siren in ((claire, "D2", live.FABRE), (elodie, "D1", live.MARCHAND)):
            desktop.sign_in(person)
            attached = desktop.call("POST", "/v1/companies", {"siren": siren})
            assert attached.status == 201, attached.body
        impots, urssaf = Portal(world, "impots"), Portal(world, "urssaf")
        reference = impots.deposit(live.FABRE, "gate-1").json()["reference"]
        gate = Gate(world, reference)
        directors = OF_A_DIRECTOR + OF_A_COMPANY + OF_A_PERSON

        gate.with_header("nobody", directors + OF_A_PORTAL, claire, None)
        gate.with_header("made-up token", directors, claire, "DPoP made-up", proof=True)
        gate.with_header("made-up token", OF_A_PORTAL, claire, "Bearer made-up")
        gate.with_header("a portal on a director's route", directors, claire, impots.authorization())
        gate.with_header("a portal's token as a director's", directors, claire,
                         impots.authorization().replace("Bearer", "DPoP"), proof=True)
        gate.with_header("a director on a portal's route", OF_A_PORTAL, claire, "Bearer " + claire.access_token)
        gate.with_header("a director's token without proof", directors, claire, "DPoP " + claire.access_token)
        thief.access_token = claire.access_token
        gate.as_desktop("a stolen token on another device", directors, thief, {401})
        gate.as_desktop("another company's director", OF_A_COMPANY, elodie, {403, 404})
        elodie.sign_in("D1")
        theirs = elodie.call("POST", "/v1/companies", {"siren": live.FABRE})
        gate.refused("another company's director", "POST", "/v1/companies", {403}, theirs)

        own = claire.call("GET", "/v1/sessions").json()["sessions"]
        theirs = elodie.call("POST", f"/v1/sessions/{own[0]['id']}/end")
        gate.refused("another person", "POST", "/v1/sessions/{session}/end", {404}, theirs)

        delegates(world, gate, claire, elodie, reference)
        for method, template in OF_A_PORTAL[1:4]:
            gate.refused("another portal", method, template, {404}, urssaf.call(method, gate.path(template)))
        expired_delegate(world, service, gate, claire, reference)
        request = next(r for r in claire.snapshot(live.FABRE)["requests"] if r["id"] == reference)
        assert request["state"] == "waiting", request["state"]
        print(f"{gate.tried} calls refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())
