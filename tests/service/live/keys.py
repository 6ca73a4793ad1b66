# SPDX-License-Identifier: MIT
"""The service whose keys file is gone, or another's: it does not start, says why, and makes no new one."""
import json
import os
import subprocess
import sys

import live
from desktop import Desktop, Portal, send


def run(world, *arguments):
    """The end of a service that should not serve."""
    command = [world.program("proconnectd"), *arguments, "--config", world.write_configuration()]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, stdin=subprocess.DEVNULL)


def refused_start(world):
    ended = run(world)
    assert ended.returncode == 1 and not ended.stdout, ended
    failure = json.loads(ended.stderr.splitlines()[-1])
    assert failure["event"] == "service.start" and failure["failure"] == "storage-unreadable", failure
    assert "backup" in failure["detail"], failure
    return failure["detail"]


def published(world):
    return [key["kid"] for key in send("GET", world.service + "/.well-known/jwks.json").json()["keys"]]


def rotate(world, service):
    """A new key signs after the restart; what the old one sealed is still whole, and what follows too."""
    before = published(world)
    beside = run(world, "key", "rotate")
    assert beside.returncode == 2 and "stop" in beside.stderr and published(world) == before, beside
    service.stop()
    rotated = run(world, "key", "rotate")
    assert rotated.returncode == 0 and " chains sealed" in rotated.stdout, rotated
    world.start_service()
    after = published(world)
    assert len(after) == 1 and after != before and after[0] in rotated.stdout, (before, after)
    answer = Portal(world, "impots").deposit(live.FABRE, "rotation-1")
    assert answer.status == 202, answer.body
    desktop = Desktop(world)
    desktop.sign_in("D2")
    reference = answer.json()["reference"]
    request = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
    signed = desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
    assert desktop.decide(live.FABRE, signed).status == 201
    # The portal fetches the new key by itself.
    live.eventually(lambda: handed_back(desktop, reference) == "acknowledged")
    audit = run(world, "audit", "verify")
    assert audit.returncode == 0 and " 0 faults" in audit.stdout and not audit.stdout.startswith("0 "), audit


def handed_back(desktop, reference):
    return next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)["handBack"]


def main():
    with live.running() as (world, service):
        keys = os.path.join(world.folder, "service", "keys.json")
        desktop = Desktop(world)
        desktop.sign_in("D2")
        assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        service.stop()
        with open(keys, encoding="ascii") as file:
            own = file.read()

        os.remove(keys)
        assert "missing" in refused_start(world)
        audit = run(world, "audit", "verify")
        assert audit.returncode == 2 and "keys file" in audit.stderr, audit
        for arguments in (["--check-config"], ["certify"], ["--help"]):
            assert run(world, *arguments).returncode == 0, arguments
        assert not os.path.exists(keys), "a new keys file was made"

        other = json.dumps({**json.loads(own), "sealing": "A" * 43 + "="})
        with open(os.open(keys, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="ascii") as file:
            file.write(other)
        assert "not those" in refused_start(world)
        assert run(world, "audit", "verify").returncode == 2
        with open(keys, encoding="ascii") as file:
            assert file.read() == other, "the keys file was replaced"

        with open(keys, "w", encoding="ascii") as file:
            file.write(own)
        service = world.start_service()
        assert desktop.call("GET", "/v1/me").json()["companies"][0]["siren"] == live.FABRE
        audit = run(world, "audit", "verify")
        assert audit.returncode == 0 and " 0 faults" in audit.stdout, audit
        rotate(world, service)
        print("missing and foreign keys were refused; with its own, and with a new key that signs, the service went on")
    return 0


if __name__ == "__main__":
    sys.exit(main())
