# SPDX-License-Identifier: MIT
"""The lines of docs/api/guide.md work; events verify with the published keys; a portal that hangs delays no other."""
import base64
import concurrent.futures
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

import live
from desktop import Desktop, Portal, send

PREPARED = "A key instead of a secret"
TOKEN = "A token"
CLOSURE = "An account to close"
ASKED = "https://proconnect.gouv.fr/secevent/revocation-demandee"
DECIDED = "https://proconnect.gouv.fr/secevent/demande-decidee"


class Receiver(http.server.ThreadingHTTPServer):
    """A portal's receiver of events. `hangs`: it takes calls and never answers before it is let go."""

    daemon_threads = True

    def __init__(self, hangs=False):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.hangs, self.let_go, self.events = hangs, threading.Event(), []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/evenements"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.events.append((self.headers["Content-Type"], body.decode()))
        if self.server.hangs:
            self.server.let_go.wait()
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


def lines_of_guide():
    """The shell lines by heading, in order."""
    with open(os.path.join(live.SOURCE, "docs", "api", "guide.md"), encoding="utf-8") as file:
        parts = re.split(r"^## (.*)$", file.read(), flags=re.MULTILINE)
    found = {}
    for heading, text in zip(parts[1::2], parts[2::2]):
        found[heading] = [block for _, block in re.findall(r"^( *)```sh\n(.*?)^\1```", text, re.MULTILINE | re.DOTALL)]
    return found


def run(blocks, folder, **settings):
    script = "set -euo pipefail\n" + "\n".join(blocks)
    environment = {**os.environ, **settings, "no_proxy": "127.0.0.1"}
    result = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, f"the guide's lines fail: {result.stdout}\n{result.stderr}"


def part(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verified(token, keys):
    """Header and claims of a SET whose signature is by the published key that it names."""
    head, body, signature = token.split(".")
    header = json.loads(part(head))
    key = next(each for each in keys if each["kid"] == header["kid"])
    x, y = (int.from_bytes(part(key[name]), "big") for name in ("x", "y"))
    raw = part(signature)
    der = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    public.verify(der, f"{head}.{body}".encode(), ec.ECDSA(hashes.SHA256()))
    return header, json.loads(part(body))


class Walk:
    def __init__(self, world, impots, urssaf, guide, folder):
        self.world, self.impots, self.urssaf, self.guide, self._folder = world, impots, urssaf, guide, folder
        self.claire = Desktop(world)
        self.claire.sign_in("D2")
        assert self.claire.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201

    def run_guide(self, blocks, **more):
        run(
            blocks,
            self._folder,
            SERVICE=self.world.service,
            CLIENT_ID=self.world.clients["impots"]["client_id"],
            CLIENT_SECRET="demo-secret-impots",
            NOW=str(int(self.world.now().timestamp())),
            **more,
        )

    def portal_day(self):
        """Every line of the guide but those about a closure, which an event must ask for first."""
        self.run_guide([block for heading, blocks in self.guide.items() if heading != CLOSURE for block in blocks])
        names = {a["holderName"] for a in self.claire.snapshot(live.FABRE)["accounts"] if a["portal"] == "impots"}
        assert names == {"Nadia Lopez", "Paul Lopez"}, names

    def request(self, reference):
        return next(r for r in self.claire.snapshot(live.FABRE)["requests"] if r["id"] == reference)

    def accept(self, reference):
        signed = self.claire.signed_decision("request.accept", live.FABRE, reference, self.request(reference)["version"])
        answer = self.claire.decide(live.FABRE, signed)
        assert answer.status == 201, answer.body

    def acknowledged(self, reference):
        return self.request(reference)["handBack"] == "acknowledged"

    def event(self):
        """The answer to the guide's request, verified as the guide says."""
        requests = self.claire.snapshot(live.FABRE)["requests"]
        reference = next(r["id"] for r in requests if r["state"] == "waiting" and r["familyName"] == "Haddad")
        self.accept(reference)
        live.eventually(lambda: self.acknowledged(reference))
        media, token = self.impots.events[-1]
        assert media == "application/secevent+jwt", media
        keys = send("GET", self.world.service + "/.well-known/jwks.json").json()["keys"]
        header, claims = verified(token, keys)
        assert (header["alg"], header["typ"]) == ("ES256", "secevent+jwt"), header
        assert claims["iss"] == self.world.service and claims["aud"] == self.world.clients["impots"]["client_id"], claims
        assert claims["jti"] and claims["sub_id"] == {"format": "opaque", "id": reference}, claims
        assert claims["events"][DECIDED]["decision"] == "accepted", claims
        head, body, signature = token.split(".")
        forged = base64.urlsafe_b64encode(part(body).replace(b"accepted", b"refused")).rstrip(b"=").decode()
        try:
            verified(".".join((head, forged, signature)), keys)
        except InvalidSignature:
            return
        raise AssertionError("an event that was changed verifies")

    def closure(self):
        """A declared account is closed by an event and the guide's acknowledgement."""
        def account():
            return next(a for a in self.claire.snapshot(live.FABRE)["accounts"] if a["portalAccountId"] == "ESP-7781")

        before, events = account(), len(self.impots.events)
        signed = self.claire.signed_decision("account.close", live.FABRE, before["id"], before["version"])
        assert self.claire.decide(live.FABRE, signed).status == 201
        live.eventually(lambda: len(self.impots.events) > events)
        claims = json.loads(part(self.impots.events[-1][1].split(".")[1]))
        assert claims["events"][ASKED] == {"siren": live.FABRE, "portalAccountId": "ESP-7781"}, claims
        assert account()["state"] == "closureRequested", account()
        self.run_guide(self.guide[TOKEN][-1:] + self.guide[CLOSURE], JTI=claims["jti"])
        assert account()["state"] == "closed", account()

    def hanging_portal(self):
        """The answer to one portal arrives while the other still holds its call."""
        portals = [Portal(self.world, name) for name in ("urssaf", "impots")]
        held, quick = (p.deposit(live.FABRE, "hanging-1").json()["reference"] for p in portals)
        self.accept(held)
        live.eventually(lambda: self.urssaf.events)
        self.accept(quick)
        live.eventually(lambda: self.acknowledged(quick))
        assert not self.acknowledged(held)
        self.urssaf.hangs = False
        self.urssaf.let_go.set()
        live.eventually(lambda: self.acknowledged(held), 60)
        identifiers = {json.loads(part(token.split(".")[1]))["jti"] for _, token in self.urssaf.events}
        assert len(identifiers) == 1, identifiers

    def same_key_at_once(self):
        """Of eight calls at once with one key, one counts: the same bodies get one answer, others are told apart."""
        portal = Portal(self.world, "chorus_pro")
        portal.authorization()
        # Of one instant: the same bodies must be the same to the byte.
        asked = {"requestedAt": self.world.now().strftime("%Y-%m-%dT%H:%M:%SZ")}

        def deposit(family, message):
            return portal.deposit(live.FABRE, "at-once-" + family, family=family, message=message, **asked)

        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            same = list(pool.map(lambda _: deposit("Pareil", "x"), range(8)))
            others = list(pool.map(lambda i: deposit("Divers", str(i)), range(8)))
        assert {answer.status for answer in same} == {202}, [answer.body for answer in same]
        assert len({answer.body for answer in same}) == 1, [answer.body for answer in same]
        assert sorted(answer.status for answer in others) == [202] + [422] * 7, [answer.body for answer in others]
        names = [r["familyName"] for r in self.claire.snapshot(live.FABRE)["requests"]]
        assert names.count("Pareil") == 1 and names.count("Divers") == 1, names


def main():
    guide = lines_of_guide()
    impots, urssaf = Receiver(), Receiver(hangs=True)
    with tempfile.TemporaryDirectory() as folder:
        run(guide.pop(PREPARED), folder)

        def others(_):
            return {
                "PROCONNECT_PORTAL_IMPOTS_CLIENT_KEYS": os.path.join(folder, "portal-keys.json"),
                "PROCONNECT_PORTAL_IMPOTS_EVENTS_URL": impots.address,
                # It declares its accounts.
                "PROCONNECT_PORTAL_IMPOTS_SCIM_URL": "",
                "PROCONNECT_PORTAL_URSSAF_EVENTS_URL": urssaf.address,
            }

        with live.running(others) as (world, _):
            walk = Walk(world, impots, urssaf, guide, folder)
            for step in ("portal_day", "event", "closure", "hanging_portal", "same_key_at_once"):
                print(step, flush=True)
                getattr(walk, step)()
            urssaf.let_go.set()
    return 0


if __name__ == "__main__":
    sys.exit(main())
