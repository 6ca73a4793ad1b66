# SPDX-License-Identifier: MIT
"""What Prometheus reads of a service that works, fails, and is asked for nonsense."""
import json
import secrets
import shutil
import subprocess
import sys

import exposition
import live
from demonstration.page import Visitor
from desktop import Desktop, Portal, send


def order(world, **orders):
    answer = send("POST", world.outside + "/controle", {"Content-Type": "application/json"}, json.dumps(orders).encode())
    assert answer.status == 204, answer.body


class Collector:
    def __init__(self, service):
        told = service.wait_for_output(r'(?m)^\{.*"metrics".*\}$')
        self.address = json.loads(told[0])["metrics"]

    def text(self):
        answer = send("GET", self.address + "/metrics")
        assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        return answer.body.decode("utf-8")

    def families(self):
        return exposition.read(self.text())

    def value(self, family, **labels):
        return exposition.value(self.families(), family, **labels)


def refused_sign_in(world):
    """FranceConnect answers with a nonce that nobody asked for."""
    order(world, target="franceconnect", fault={"quirks": ["wrongNonce"]})
    opened = Desktop(world).open_sign_in(secrets.token_urlsafe(48))
    visitor = Visitor().open(opened.json()["startUrl"])
    visitor.send(visitor.form("uid", "csrf_token"), identity="D1")
    visitor.send(visitor.form("uid", "csrf_token"))
    assert "error=" in visitor.address, visitor.address
    order(world, reset=True)


def work(world, collector):
    desktop = Desktop(world)
    desktop.sign_in("D2")
    assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
    order(world, target="events.impots", fault={"status": 503})
    reference = Portal(world, "impots").deposit(live.FABRE, "metrics-1").json()["reference"]
    request = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
    signed = desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
    assert desktop.decide(live.FABRE, signed).status == 201

    def refused_by_the_portal():
        """the call to the portal is counted"""
        return collector.value("proconnect_calls_total", target="events.impots", outcome="5xx") > 0

    live.eventually(refused_by_the_portal)
    waiting = {"queue": "deliveries", "portal": "impots"}
    assert collector.value("proconnect_queue_waiting", **waiting) == 1
    assert collector.value("proconnect_queue_oldest_age_seconds", **waiting) > 0
    order(world, reset=True)

    def delivered():
        """nothing waits for the portal"""
        return collector.value("proconnect_queue_waiting", **waiting) == 0

    live.eventually(delivered, 60)


def everything_counted(found):
    expected = {
        ("proconnect_http_requests_total", "route", "/v1/companies/{siren}/decisions", "status", "201"): 1,
        ("proconnect_http_request_duration_seconds_count", "route", "/v1/companies/{siren}/decisions"): 1,
        ("proconnect_events_total", "event", "sign-in.proven"): 1,
        ("proconnect_events_total", "event", "sign-in.failed", "failure", "sign-in-refused"): 1,
    }
    for (family, *labels), count in expected.items():
        value = exposition.value(found, family, **dict(zip(labels[::2], labels[1::2])))
        assert value == count, (family, labels, value)
    at_least_one = [
        ("proconnect_http_requests_total", {"route": "/portal/v1/requests", "status": "202"}),
        ("proconnect_calls_total", {"target": "franceconnect", "outcome": "2xx"}),
        ("proconnect_calls_total", {"target": "events.impots", "outcome": "2xx"}),
        ("proconnect_calls_total", {"target": "insee", "outcome": "2xx"}),
        ("proconnect_signature_duration_seconds_count", {"type": "evidence+jwt"}),
        ("proconnect_signature_duration_seconds_count", {"type": "secevent+jwt"}),
        ("proconnect_database_transactions_total", {"end": "committed"}),
        ("proconnect_database_connections", {}),
        ("process_open_fds", {}),
        ("process_cpu_seconds_total", {}),
    ]
    for family, labels in at_least_one:
        assert exposition.value(found, family, **labels) > 0, (family, labels)
    assert "proconnect_http_connections" in found and "proconnect_http_requests_waiting" in found
    assert exposition.value(found, "proconnect_calls_total", target="other") == 0, "a call to somebody unknown"
    assert exposition.value(found, "proconnect_job_runs_total", end="failed") == 0
    known = {dict(labels)["job"] for _, labels in found["proconnect_job_last_success_age_seconds"]}
    assert "retention" in known, known
    assert exposition.value(found, "process_resident_memory_bytes") > 10_000_000


def nonsense_changes_nothing(world, collector):
    """However many paths and methods are asked for, there are as many series."""
    for method, path in (("GET", "/first"), ("BREW", "/first"), ("GET", "/%zz")):
        send(method, world.service + path)
    before = {key for family in collector.families().values() for key in family}
    for number in range(200):
        send("GET" if number % 2 else f"M{number}", f"{world.service}/{secrets.token_hex(8)}?x={number}")
    after = {key for family in collector.families().values() for key in family}
    assert after == before, after - before
    unreadable = collector.value("proconnect_http_turned_away_total", why="unreadable")
    assert unreadable >= 1, unreadable


def main():
    with live.running(others=lambda programs: {"PROCONNECT_METRICS_LISTEN": "127.0.0.1:0"}) as (world, service):
        collector = Collector(service)
        refused_sign_in(world)
        work(world, collector)
        nonsense_changes_nothing(world, collector)
        text = collector.text()
        everything_counted(exposition.read(text))
        for personal in ("Claire", "Fabre", "Haddad", "@", live.FABRE, "D2"):
            assert personal not in text, personal
        # Neither on the address that everybody reaches, nor for a page of another name (DNS rebinding).
        assert send("GET", world.service + "/metrics").status == 404
        assert send("GET", collector.address + "/metrics", {"Host": "rebound.example"}).status == 400
        promtool = shutil.which("promtool")
        if promtool:
            checked = subprocess.run([promtool, "check", "metrics"], input=text, capture_output=True, text=True,
                                     check=False)
            assert checked.returncode == 0 and not checked.stderr, checked.stdout + checked.stderr
        print(f"{len(text.splitlines())} lines, read strictly" + (" and by promtool" if promtool else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
