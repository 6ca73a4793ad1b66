# SPDX-License-Identifier: MIT
"""The service under load, beside others that do the same work in the same run."""
import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import replay
from figures import figure
from many import many
from postgresql import DATABASE, postgresql

COMPANIES = 32
ROUNDS = 30
CLIENTS = 8
# Of the service's own code: a decision is this row, and nothing else writes it.
MARK = "INSERT INTO decision "
READS = 20_000
DESKTOPS = 10_000
# How often an open window asks for news (core/sync).
PACE_MS = 30_000

NGINX = """\
worker_processes 2;
daemon off;
pid {folder}/pid;
error_log stderr error;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    keepalive_requests 10000000;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


def accepts(many_companies, rounds):
    """One signed acceptance for each request."""
    for member, request in many_companies.deposit(rounds):
        signed = member.desktop.signed_decision("request.accept", member.siren, request["id"], request["version"])
        yield {"by": member, "method": "POST", "path": f"/v1/companies/{member.siren}/decisions", "body": signed,
               "contentType": "application/jose"}


def microseconds(report):
    """Of the whole run for each call: what one more call costs when many are made."""
    return 1e6 * report["seconds"] / report["answered"]


def decided(running, calls, clients):
    """Microseconds a decision; all of them must be taken."""
    report = running.run(calls, connections=clients, total=len(calls), expected=201)
    if report["others"]:
        raise AssertionError(f"not every decision was taken: {report}")
    return microseconds(report)


def spread(calls):
    """Neighbours in the list are decisions of different companies."""
    return [calls[i] for offset in range(ROUNDS) for i in range(offset, len(calls), ROUNDS)]


def decisions_on_sqlite(binaries):
    with many(binaries, COMPANIES) as running:
        yield figure("service.decisions.sqlite", decided(running, spread(list(accepts(running, ROUNDS))), CLIENTS), "µs")


def decisions_on_postgresql(binaries):
    """The same calls twice from the same state: measured, then logged; then what was logged, by pgbench."""
    with postgresql() as database, tempfile.TemporaryDirectory() as folder:
        database.query("CREATE DATABASE before")
        with many(binaries, COMPANIES, {"PROCONNECT_DATABASE_URL": database.url()}) as running:
            calls = spread(list(accepts(running, ROUNDS)))
            running.stop_service()
            for copy in ("logged", "replayed"):
                database.query(f"CREATE DATABASE {copy} TEMPLATE {DATABASE}")
            running.start_service(database.url())
            ours = decided(running, calls, CLIENTS)
            running.start_service(database.url("logged"))
            database.log_statements(True)
            decided(running, calls, 1)
            database.log_statements(False)
        found = replay.Replay(replay.units(database.log, MARK))
        found.fill(database.url("replayed"))
        script = os.path.join(folder, "decision.sql")
        with open(script, "w", encoding="utf-8") as file:
            file.write(found.script())
        # Some rows are left for what cannot be serialised and is tried again.
        theirs = replay.drive(database.url("replayed"), script, CLIENTS, int(len(found) * 0.7))
    yield figure("service.decisions.postgresql", ours, "µs", theirs, 1 / 0.6)


def unchanged(running):
    """One read for each company, of a snapshot that the reader knows."""
    calls = []
    for member in running.members:
        path = f"/v1/companies/{member.siren}/snapshot"
        tag = member.desktop.call("GET", path).headers["ETag"]
        calls.append({"by": member, "method": "GET", "path": path, "tag": tag})
    return calls


def settled(running):
    """The reads, once what a new company sets in motion is over."""
    calls = unchanged(running)
    while True:
        time.sleep(3)
        again = unchanged(running)
        if again == calls:
            return calls
        calls = again


def nginx_reads(size):
    """Microseconds a request that nginx answers from a file of `size` bytes."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        os.mkdir(os.path.join(folder, "files"))
        with open(os.path.join(folder, "files", "snapshot.json"), "wb") as file:
            file.write(b" " * size)
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        configuration = os.path.join(folder, "nginx.conf")
        with open(configuration, "w", encoding="ascii") as file:
            file.write(NGINX.format(folder=folder, port=port))
        server = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", configuration])
        try:
            address = f"http://127.0.0.1:{port}/snapshot.json"
            wait_for(address)
            done = subprocess.run(["wrk", "-t1", f"-c{CLIENTS}", "-d5s", address], check=True, stdout=subprocess.PIPE, text=True)
        finally:
            server.terminate()
            server.wait()
    return 1e6 / float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))


def wait_for(address):
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def reads(binaries, name, environment):
    with many(binaries, COMPANIES, environment) as running:
        calls = settled(running)
        member = running.members[0]
        size = len(member.desktop.call("GET", calls[0]["path"]).body)
        report = running.run(calls, connections=CLIENTS, total=READS, expected=304)
        if report["others"]:
            raise AssertionError(f"not every read was unchanged: {report}")
        yield figure(f"service.reads.{name}", microseconds(report), "µs", nginx_reads(size), 1 / 0.25)
        report = running.run(calls, connections=DESKTOPS, total=3 * DESKTOPS, expected=304, periodMs=PACE_MS)
        yield figure(f"service.desktops.{name}.p99", report["p99_ms"], "ms", None, 100)
        yield figure(f"service.desktops.{name}.unanswered", sum(report["others"].values()), "calls", None, 0)
        yield figure(f"service.desktops.{name}.resident", running.resident_mib(), "MiB")


def service(binaries, _runs):
    build = os.path.dirname(binaries)
    subprocess.run(["cmake", "--build", build, "--target", "service-load"], check=True, stdout=subprocess.DEVNULL)
    yield from decisions_on_sqlite(binaries)
    yield from decisions_on_postgresql(binaries)
    yield from reads(binaries, "sqlite", None)
    with postgresql() as database:
        yield from reads(binaries, "postgresql", {"PROCONNECT_DATABASE_URL": database.url()})
