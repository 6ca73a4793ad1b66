# SPDX-License-Identifier: MIT
"""A receipt is proven with its file and the published keys, where there is no service, no database and no network."""
import base64
import hashlib
import json
import os
import subprocess
import sys

import live
from desktop import Desktop, Portal, send


class Bench:
    """Only the program, the file and the keys."""

    def __init__(self, world):
        self._program, self._folder = world.program("proconnectd"), os.path.join(world.folder, "elsewhere")
        os.makedirs(self._folder)

    def write(self, name, content):
        with open(os.path.join(self._folder, name), "wb") as file:
            file.write(content)

    def verify(self, receipt=None, keys="keys.json"):
        if receipt is not None:
            self.write("receipt.json", receipt)
        command = [self._program, "receipt", "verify", "receipt.json", "--keys", keys]
        return subprocess.run(command, cwd=self._folder, env={"PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False, timeout=60)


def decided(world):
    desktop = Desktop(world)
    desktop.sign_in("D2")
    assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
    reference = Portal(world, "impots").deposit(live.FABRE, "receipt-1").json()["reference"]
    request = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
    taken = desktop.decide(live.FABRE, desktop.signed_decision("request.accept", live.FABRE, reference, request["version"]))
    assert taken.status == 201, taken.body

    def handed_back():
        """the portal has acknowledged the answer"""
        found = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
        return found["handBack"] == "acknowledged"

    live.eventually(handed_back)
    receipt = taken.json()
    file = desktop.call("GET", f"/v1/companies/{live.FABRE}/receipts/{receipt['decisionId']}")
    assert file.status == 200, file.body
    return receipt, file.body


def thumbprint(key):
    """RFC 7638, of an elliptic key."""
    members = json.dumps({name: key[name] for name in ("crv", "kty", "x", "y")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(members.encode()).digest()).rstrip(b"=").decode()


def other_content(file):
    """The same file with one thing changed of each kind, whole JSON all the same."""
    def changed(change):
        whole = json.loads(file)
        change(whole, whole["links"][0])
        return json.dumps(whole, ensure_ascii=False).encode()

    def reseal(whole, link):
        header, claims, seal = link["seal"].split(".")
        told = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        told["hash"] = "0" * 64
        claims = base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()
        link["hash"], link["seal"] = told["hash"], f"{header}.{claims}.{seal}"

    yield "company", changed(lambda whole, link: link.update(siren=live.MARCHAND))
    yield "place in the chain", changed(lambda whole, link: link.update(sequence=link["sequence"] + 1))
    yield "what comes before", changed(lambda whole, link: link.update(previousHash="f" * 64))
    yield "hash", changed(lambda whole, link: link.update(hash="f" * 64))
    yield "hash and seal", changed(reseal)
    yield "person", changed(lambda whole, link: link["content"]["who"].update(name="Karim Haddad"))
    yield "sentence", changed(lambda whole, link: link["content"]["decision"].update(shown="Refuser"))
    yield "instant", changed(lambda whole, link: link["content"]["receipt"].update(takenAt="2025-01-01T00:00:00Z"))
    yield "code", changed(lambda whole, link: link["content"]["receipt"].update(verificationCode="AAAA-AAAA-AAAA-AAAA"))
    yield "device", changed(lambda whole, link: link["content"]["device"].update(x="A" * 43))
    yield "the portal's answer", changed(lambda whole, link: whole["links"][1].update(content={"at": "2026-12-01T00:00:00Z"}))
    yield "order", changed(lambda whole, link: whole["links"].reverse())


def main():
    with live.running() as (world, service):
        bench = Bench(world)
        receipt, file = decided(world)
        bench.write("keys.json", send("GET", world.service + "/.well-known/receipt-keys.json").body)
        service.stop()
        rotated = subprocess.run([world.program("proconnectd"), "key", "rotate", "--config", world.write_configuration()],
                                 capture_output=True, text=True, check=False)
        assert rotated.returncode == 0, rotated
        service = world.start_service()
        bench.write("later.json", send("GET", world.service + "/.well-known/receipt-keys.json").body)
        bench.write("signing.json", send("GET", world.service + "/.well-known/jwks.json").body)
        service.stop()

        for keys in ("keys.json", "later.json"):
            genuine = bench.verify(file, keys)
            assert genuine.returncode == 0, genuine
            for told in ("genuine", receipt["receiptNumber"], receipt["verificationCode"], live.FABRE, "request.accept",
                         "Claire", "\nacknowledged ", "\ndevice " + thumbprint(json.loads(file)["links"][0]["content"]["device"])):
                assert told in genuine.stdout, (told, genuine.stdout)
        assert bench.verify(file, "signing.json").returncode == 1, "a key that seals no longer is not that of the receipt"
        # Spelt otherwise, it is the same receipt.
        assert bench.verify(json.dumps(json.loads(file), indent=2).encode()).returncode == 0
        tried = 0
        for what, changed in other_content(file):
            answer = bench.verify(changed)
            assert answer.returncode == 1 and "NOT GENUINE" in answer.stderr and not answer.stdout, (what, answer)
            tried += 1
        for broken in (b"", file[:-1], file + b"x", file.replace(b'"format":1', b'"format":1,"format":1'), b"[" * 100_000):
            assert bench.verify(broken).returncode == 2, broken[:80]
        assert bench.verify(file, "missing.json").returncode == 2
        assert bench.verify(file, "receipt.json").returncode == 2, "no keys in that file"
        print(f"genuine with two sets of keys; {tried} changes found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
