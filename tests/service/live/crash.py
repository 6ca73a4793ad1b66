# SPDX-License-Identifier: MIT
"""The service is killed between a decision and its delivery: the portal still sees the decision, and once."""
import json
import os
import signal
import sys
import threading

import live
from desktop import Desktop, Portal, send

ROUNDS = 5


def order(world, **orders):
    answer = send("POST", world.outside + "/controle", {"Content-Type": "application/json"}, json.dumps(orders).encode())
    assert answer.status == 204, answer.body


def events(world):
    return send("GET", world.outside + "/controle/etat.json").json()["portals"]["impots"]["events"]


def calls(world, target):
    return sum(send("GET", world.outside + "/controle/etat.json").json()["calls"].get(target, {}).values())


def taken(world, reference):
    return [e for e in events(world) if e["reference"] == reference and e["outcome"] == "taken"]


def kill(service):
    """As a power cut would: no signal that the service could answer."""
    os.kill(service.pid, signal.SIGKILL)
    live.eventually(lambda: service.status is not None)


def accept(world, desktop, number):
    reference = Portal(world, "impots").deposit(live.FABRE, f"crash-{number}").json()["reference"]
    request = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
    signed = desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
    answer = desktop.decide(live.FABRE, signed)
    assert answer.status == 201, answer.body
    return reference, signed, answer.json()


def hand_back(desktop, reference):
    return next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)["handBack"]


def stopped(world, service, desktop):
    """A stop that is asked for: who waits for an answer gets it, and what a slow portal has not taken yet waits."""
    other = Desktop(world)
    other.sign_in("D1")
    order(world, target="events.impots", fault={"slowMs": 2000})
    references = [accept(world, desktop, f"stop-{number}")[0] for number in range(5)]
    order(world, target="insee", fault={"slowMs": 1000})
    answers, before = [], calls(world, "insee")
    # Not looked up before, so that the register has to be asked.
    waiting = threading.Thread(target=lambda: answers.append(
        other.call("POST", "/v1/company-checks", {"siren": live.MARCHAND})))
    waiting.start()
    live.eventually(lambda: calls(world, "insee") > before)
    service.stop(60)
    assert service.status == 0, service.status
    waiting.join()
    assert answers[0].status == 200, answers[0].body
    carried = sum(len(taken(world, reference)) for reference in references)
    assert carried < len(references), "the stop waited for everything that was due"
    order(world, reset=True)
    world.start_service()
    for reference in references:
        live.eventually(lambda wanted=reference: hand_back(desktop, wanted) == "acknowledged", 20)
        assert len(taken(world, reference)) == 1, taken(world, reference)


def main():
    with live.running() as (world, service):
        desktop = Desktop(world)
        desktop.sign_in("D2")
        assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
        for number in range(ROUNDS):
            # Even rounds: the portal cannot take it yet. Odd rounds: the kill races with the delivery.
            blocked = number % 2 == 0
            if blocked:
                order(world, target="events.impots", fault={"status": 503})
            reference, signed, receipt = accept(world, desktop, number)
            kill(service)
            if blocked:
                order(world, reset=True)
            service = world.start_service()
            again = desktop.decide(live.FABRE, signed)
            assert again.status == 200 and again.json() == receipt, "the decision was lost or taken twice"
            live.eventually(lambda: hand_back(desktop, reference) == "acknowledged", 20)
            assert len(taken(world, reference)) == 1, taken(world, reference)
        stopped(world, service, desktop)
        live.evidence_whole(world)
        print(f"{ROUNDS} decisions survived {ROUNDS} kills, each seen once")
    return 0


if __name__ == "__main__":
    sys.exit(main())
