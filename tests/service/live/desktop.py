# SPDX-License-Identifier: MIT
"""The application without its windows: device key, sign-in, DPoP proofs, signed decisions (docs/api/openapi.yaml)."""
import base64
import datetime
import hashlib
import json
import secrets
import urllib.error
import urllib.parse
import urllib.request
import uuid

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from demonstration.page import Visitor


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The stable identifier of a problem."""
        return self.json().get("code")


def send(method, address, headers=None, body=None):
    """One exchange; an error status is an answer like another."""
    request = urllib.request.Request(address, data=body, headers=headers or {}, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


class Portal:
    """A portal as a client of the service."""

    def __init__(self, world, name):
        self._world, self.name, self._token = world, name, None
        self.through = None  # the instance that is called, where several stand behind the service's address

    def token(self, secret=None):
        fields = {
            "grant_type": "client_credentials",
            "client_id": self._world.clients[self.name]["client_id"],
            "client_secret": secret or "demo-secret-" + self.name,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return send("POST", (self.through or self._world.service) + "/portal/v1/token", headers, urllib.parse.urlencode(fields).encode())

    def authorization(self):
        refused = self._sign_in()
        assert not refused, (refused.status, refused.body)
        return "Bearer " + self._token

    def _sign_in(self):
        """The answer that holds no token; nothing once there is one."""
        if not self._token:
            answer = self.token()
            if answer.status != 200:
                return answer
            self._token = answer.json()["access_token"]
        return None

    def call(self, method, path, content=None, **headers):
        """The answer, or the one that refused a token: a service whose store is away gives none."""
        if refused := self._sign_in():
            return refused
        headers = {"Authorization": self.authorization(), **{k.replace("_", "-"): v for k, v in headers.items()}}
        if content is not None:
            headers["Content-Type"] = "application/json"
        body = json.dumps(content).encode() if content is not None else None
        return send(method, (self.through or self._world.service) + path, headers, body)

    def request_content(self, siren, reference, given="Karim", family="Haddad", **more):
        return {
            "siren": siren,
            "portalReference": reference,
            "nature": "INSCRIPTION",
            "givenName": given,
            "familyName": family,
            "email": f"{given}.{family}@delorme-associes.example".lower(),
            "jobTitle": "Collaborateur",
            "role": {"value": "UTILISATEUR", "display": "Utilisateur", "administrator": False},
            "rights": [],
            "message": "Bonjour",
            "requestedAt": self._world.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            **more,
        }

    def deposit(self, siren, reference, **more):
        content = self.request_content(siren, reference, **more)
        return self.call("POST", "/portal/v1/requests", content, Idempotency_Key="key-" + reference)


class Desktop:
    """One device; `person` is an identity of the demonstration ("D2": Claire Fabre)."""

    def __init__(self, world):
        self._world = world
        self._key = ec.generate_private_key(ec.SECP256R1())
        numbers = self._key.public_key().public_numbers()
        point = {name: base64url(value.to_bytes(32, "big")) for name, value in (("x", numbers.x), ("y", numbers.y))}
        self._jwk = {"crv": "P-256", "kty": "EC", **point}
        canonical = json.dumps(self._jwk, separators=(",", ":"), sort_keys=True)
        self.thumbprint = base64url(hashlib.sha256(canonical.encode()).digest())
        self.access_token, self._refresh_token, self._nonce = None, None, None
        self.through = None  # as Portal's

    def portable(self):
        """For another program that is to act as this device."""
        secret = self._key.private_numbers().private_value
        key = {**self._jwk, "d": base64url(secret.to_bytes(32, "big"))}
        return {"token": self.access_token, "nonce": self._nonce, "key": key}

    def sign(self, claims, typ, **header):
        """A compact JWS (ES256) by the device key."""
        return self.sign_bytes(json.dumps(claims, separators=(",", ":")).encode(), typ, **header)

    def sign_bytes(self, payload, typ, **header):
        """The same over any bytes."""
        head = json.dumps({"alg": "ES256", "typ": typ, **header}, separators=(",", ":")).encode()
        text = ".".join(map(base64url, (head, payload)))
        r, s = decode_dss_signature(self._key.sign(text.encode(), ec.ECDSA(hashes.SHA256())))
        return text + "." + base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def proof(self, method, path):
        claims = {
            "jti": secrets.token_urlsafe(16),
            "htm": method,
            "htu": self._world.service + path,
            "iat": int(self._world.now().timestamp()),
        }
        if self._nonce:
            claims["nonce"] = self._nonce
        if self.access_token:
            claims["ath"] = base64url(hashlib.sha256(self.access_token.encode()).digest())
        return self.sign(claims, "dpop+jwt", jwk=self._jwk)

    def call(self, method, path, content=None, body=None, query="", **headers):
        headers = {k.replace("_", "-"): v for k, v in headers.items()}
        if self.access_token:
            headers["Authorization"] = "DPoP " + self.access_token
        if content is not None:
            headers["Content-Type"], body = "application/json", json.dumps(content).encode()
        address = (self.through or self._world.service) + path + query
        answer = send(method, address, {**headers, "DPoP": self.proof(method, path)}, body)
        if answer.status == 401 and answer.headers["DPoP-Nonce"]:
            self._nonce = answer.headers["DPoP-Nonce"]
            answer = send(method, address, {**headers, "DPoP": self.proof(method, path)}, body)
        return answer

    def open_sign_in(self, verifier, **more):
        """The service's answer."""
        content = {
            "codeChallenge": base64url(hashlib.sha256(verifier.encode()).digest()),
            "codeChallengeMethod": "S256",
            "dpopJkt": self.thumbprint,
            "returnTo": "embedded",
            **more,
        }
        headers = {"Content-Type": "application/json"}
        return send(
            "POST", self._world.service + "/v1/sign-in/transactions", headers, json.dumps(content).encode()
        )

    def redeem(self, transaction, code, verifier):
        """Takes the tokens of a sign-in that came back; the service's answer."""
        fields = {
            "grant_type": "authorization_code",
            "transaction": transaction,
            "code": code,
            "code_verifier": verifier,
        }
        return self._take_tokens(fields)

    def _take_tokens(self, fields):
        body, form = urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded"
        granted = self.call("POST", "/v1/oauth/token", body=body, Content_Type=form)
        if granted.status == 200:
            self.access_token = granted.json()["access_token"]
            self._refresh_token = granted.json()["refresh_token"]
        return granted

    def renew(self):
        """Takes a new access token; the service's answer."""
        self.access_token = None
        return self._take_tokens({"grant_type": "refresh_token", "refresh_token": self._refresh_token})

    def sign_in_strongly(self, person):
        """The same with FranceConnect+, of the person who is signed in."""
        subject = self.call("GET", "/v1/me").json()["subject"]
        return self.sign_in(person, strength="highEffect", expectedSubject=subject)

    def sign_in(self, person, **more):
        """Walks through the demonstration's FranceConnect; gives the two answers of the service."""
        verifier = secrets.token_urlsafe(48)
        opened = self.open_sign_in(verifier, **more)
        self.access_token = None
        visitor = Visitor().open(opened.json()["startUrl"])
        visitor.send(visitor.form("uid", "csrf_token"), identity=person)
        visitor.send(visitor.form("uid", "csrf_token"))
        reached = urllib.parse.parse_qs(urllib.parse.urlsplit(visitor.address).query)
        return opened, self.redeem(reached["transaction"][0], reached["code"][0], verifier)

    def signed_decision(self, kind, siren, target, version, **more):
        claims = {
            "id": str(uuid.uuid4()),
            "kind": kind,
            "siren": siren,
            "target": target,
            "targetVersion": version,
            "shown": "Accepter",
            "decidedAt": self._world.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "iss": self.thumbprint,
            **more,
        }
        return self.sign(claims, "decision+jwt")

    def decide(self, siren, signed):
        return self.call(
            "POST", f"/v1/companies/{siren}/decisions", body=signed.encode(), Content_Type="application/jose"
        )

    def signed_post(self, path, typ, **claims):
        """A body that the device signed, other than a decision."""
        signed = self.sign({**claims, "iss": self.thumbprint}, typ)
        return self.call("POST", path, body=signed.encode(), Content_Type="application/jose")

    def proposal(self, siren, given, family, email, portals, **more):
        today = self._world.now().date()
        return {
            "id": str(uuid.uuid4()),
            "siren": siren,
            "givenName": given,
            "familyName": family,
            "email": email,
            "powers": ["seeAccounts", "answerRequests"],
            "portals": portals,
            "ceiling": "noAdministratorNorPayment",
            "start": today.isoformat(),
            "end": (today + datetime.timedelta(days=90)).isoformat(),
            **more,
        }

    def propose(self, siren, *who, **more):
        """Names a delegate for the whole company, who may answer what is neither administration nor payment."""
        claims = self.proposal(siren, *who, **more)
        return self.signed_post(f"/v1/companies/{siren}/delegations", "delegation+jwt", **claims)

    def delegation_act(self, order, delegation):
        terms = delegation["terms"]
        path = f"/v1/companies/{terms['siren']}/delegations/{terms['id']}/acts"
        claims = {
            "id": str(uuid.uuid4()),
            "siren": terms["siren"],
            "delegation": terms["id"],
            "version": delegation["version"],
            "order": order,
            "decidedAt": self._world.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        return self.signed_post(path, "delegation-act+jwt", **claims)

    def snapshot(self, siren):
        """Renews an access token that has run out meanwhile, as the application does."""
        path = f"/v1/companies/{siren}/snapshot"
        answer = self.call("GET", path)
        if answer.status == 401:
            renewed = self.renew()
            assert renewed.status == 200, renewed.body
            answer = self.call("GET", path)
        return answer.json()
