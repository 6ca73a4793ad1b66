# SPDX-License-Identifier: MIT
"""Nobody reaches a route that is not theirs: every route, with every wrong caller."""
import sys

import live
from desktop import Desktop, Portal, send

# Routes of a director, and what a caller without rights over the company may get.
OF_A_DIRECTOR = (
    ("GET", "/v1/me"),
    ("POST", "/v1/sign-out"),
    ("POST", "/v1/company-checks"),
    ("POST", "/v1/companies"),
)
OF_A_COMPANY = (
    ("GET", "/v1/companies/{siren}/snapshot"),
    ("POST", "/v1/companies/{siren}/decisions"),
    ("POST", "/v1/companies/{siren}/contact-email/verifications"),
    ("POST", "/v1/companies/{siren}/contact-email/verifications/any"),
)
OF_A_PORTAL = (
    ("POST", "/portal/v1/requests"),
    ("GET", "/portal/v1/requests/{reference}"),
    ("POST", "/portal/v1/requests/{reference}/withdrawal"),
    ("POST", "/portal/v1/director-verifications"),
)


def body_for(path, desktop, reference):
    if path.endswith("/decisions"):
        signed = desktop.signed_decision("request.accept", live.FABRE, reference, 1)
        return signed.encode(), "application/jose"
    if path.endswith("/verifications"):
        return b'{"address": "voleur@ailleurs.example"}', "application/json"
    if path.endswith("/any"):
        return b'{"code": "123456"}', "application/json"
    return b'{"siren": "%s"}' % live.FABRE.encode(), "application/json"


class Gate:
    def __init__(self, world, reference):
        self._world, self._reference, self.tried = world, reference, 0

    def path(self, template):
        return template.format(siren=live.FABRE, reference=self._reference)

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
            answer = send(method, self._world.service + path, headers, body if method == "POST" else None)
            self.refused(who, method, template, {401}, answer)

    def as_desktop(self, who, routes, desktop, statuses):
        for method, template in routes:
            path = self.path(template)
            body, media = body_for(path, desktop, self._reference)
            more = {"body": body, "Content_Type": media} if method == "POST" else {}
            self.refused(who, method, template, statuses, desktop.call(method, path, **more))


def main():
    with live.running() as (world, _):
        claire, elodie, thief = Desktop(world), Desktop(world), Desktop(world)
        for desktop, person, siren in ((claire, "D2", live.FABRE), (elodie, "D1", live.MARCHAND)):
            desktop.sign_in(person)
            attached = desktop.call("POST", "/v1/companies", {"siren": siren})
            assert attached.status == 201, attached.body
        impots, urssaf = Portal(world, "impots"), Portal(world, "urssaf")
        reference = impots.deposit(live.FABRE, "gate-1").json()["reference"]
        gate = Gate(world, reference)
        directors = OF_A_DIRECTOR + OF_A_COMPANY

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
        theirs = elodie.call("POST", "/v1/companies", {"siren": live.FABRE})
        gate.refused("another company's director", "POST", "/v1/companies", {403}, theirs)

        for method, template in OF_A_PORTAL[1:3]:
            gate.refused("another portal", method, template, {404}, urssaf.call(method, gate.path(template)))
        request = next(r for r in claire.snapshot(live.FABRE)["requests"] if r["id"] == reference)
        assert request["state"] == "waiting", request["state"]
        print(f"{gate.tried} calls refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())
