# SPDX-License-Identifier: MIT
"""What hostile clients send is refused, each within its limit, while a director goes on being served."""
import concurrent.futures
import os
import socket
import sys
import threading
import time

import live
import twisted
from desktop import Desktop, Portal

# The service's own deadline for a whole request (docs/operations.md), and what a busy machine may add.
DEADLINE, SLACK = 10, 10
# Of one call of the director meanwhile.
PATIENCE = 5
SLOW_CLIENTS = 400
# Kilobytes; a body of 100 MB that was kept would be 100,000.
LARGEST_GROWTH = 64 * 1024
# A sanitizer keeps what was freed: there the figure says nothing.
MEMORY_IS_TOLD = "ASAN_OPTIONS" not in os.environ


class Attacker:
    def __init__(self, world):
        self.host, port = world.service.removeprefix("http://").split(":")
        self.port = int(port)
        self.name = f"{self.host}:{port}".encode()

    def connect(self):
        return socket.create_connection((self.host, self.port), DEADLINE + SLACK)

    def status(self, request, rest=()):
        """Status of the answer to these bytes; None: closed without one. `rest`: more of them, as long as it is taken."""
        with self.connect() as connection:
            try:
                connection.sendall(request)
                for part in rest:
                    connection.sendall(part)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before the end: the answer is there
            answer = b""
            try:
                while b"\r\n" not in answer:
                    more = connection.recv(4096)
                    if not more:
                        break
                    answer += more
            except ConnectionResetError:
                pass
            return int(answer.split(b" ")[1]) if answer.startswith(b"HTTP/1.1 ") else None

    def get(self, target, *headers):
        lines = [b"GET " + target + b" HTTP/1.1", b"Host: " + self.name, *headers, b"", b""]
        return b"\r\n".join(lines)

    def post(self, target, *headers):
        return self.get(target, *headers).replace(b"GET ", b"POST ", 1)


class Honest(threading.Thread):
    """A director's desktop that asks for its news all the while."""

    def __init__(self, desktop):
        super().__init__(daemon=True)
        self._desktop, self._stopping = desktop, False
        self.served, self.slowest, self.trouble = 0, 0.0, None

    def run(self):
        try:
            while not self._stopping:
                started = time.monotonic()
                assert self._desktop.snapshot(live.FABRE)["company"]["siren"] == live.FABRE
                self.slowest = max(self.slowest, time.monotonic() - started)
                self.served += 1
                time.sleep(0.05)
        except Exception as trouble:  # told by stop(), on the test's own thread
            self.trouble = trouble

    def stop(self):
        self._stopping = True
        self.join()
        if self.trouble:
            raise self.trouble
        assert self.slowest < PATIENCE, f"a director waited for {self.slowest:.1f} s"


def drip(attacker, opening, drop):
    """Seconds until the service closes on a client that sends a byte from time to time."""
    started = time.monotonic()
    with attacker.connect() as connection:
        connection.sendall(opening)
        connection.settimeout(0.5)
        while time.monotonic() - started < DEADLINE + SLACK:
            try:
                if connection.recv(4096) == b"":
                    return time.monotonic() - started
            except TimeoutError:
                try:
                    connection.sendall(drop)
                except (BrokenPipeError, ConnectionResetError):
                    return time.monotonic() - started
            except ConnectionResetError:
                return time.monotonic() - started
    raise AssertionError(f"still open after {DEADLINE + SLACK} s: {opening[:60]!r}")


def slow_clients(attacker):
    kinds = [
        (b"", b""),  # says nothing
        (b"G", b"E"),
        (attacker.get(b"/healthz")[:-2] + b"X-Slow: ", b"a"),
        (attacker.post(b"/v1/companies", b"Content-Type: application/json", b"Content-Length: 1000"), b"{"),
        (attacker.post(b"/v1/companies", b"Transfer-Encoding: chunked") + b"3e8\r\n", b"a"),
    ]
    with concurrent.futures.ThreadPoolExecutor(SLOW_CLIENTS) as pool:
        under_way = [pool.submit(drip, attacker, *kinds[number % len(kinds)]) for number in range(SLOW_CLIENTS)]
        took = [each.result() for each in under_way]
    assert max(took) < DEADLINE + SLACK, took
    return f"{SLOW_CLIENTS} slow clients, each closed within {max(took):.1f} s"


def memory(service):
    with open(f"/proc/{service.pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))


def large_bodies(attacker, service):
    before = memory(service)
    part = b"a" * (1024 * 1024)
    chunk = b"%x\r\n%s\r\n" % (len(part), part)
    for number in range(4):
        told = attacker.post(b"/v1/companies", b"Content-Type: application/json", b"Content-Length: 104857600")
        assert attacker.status(told, [part] * 100) == 413, "100 MB that say so"
        untold = attacker.post(b"/v1/companies", b"Content-Type: application/json", b"Transfer-Encoding: chunked")
        status = attacker.status(untold, [chunk] * 100)
        assert status == 413, f"100 MB in chunks: {status} ({number})"
    lied = attacker.post(b"/v1/companies", b"Content-Length: 99999999999999999999")
    assert attacker.status(lied) in (400, 413)
    grown = memory(service) - before
    assert grown < LARGEST_GROWTH or not MEMORY_IS_TOLD, f"{grown} kB"
    return f"bodies of 100 MB: 413, {grown} kB"


def floods(attacker):
    many = [b"X-%d: a" % number for number in range(10_000)]
    for what, request, statuses in (
        ("ten thousand headers", attacker.get(b"/healthz", *many), (431,)),
        ("a header of a megabyte", attacker.get(b"/healthz", b"X: " + b"a" * 1024 * 1024), (431,)),
        ("a line of a megabyte", attacker.get(b"/" + b"a" * 1024 * 1024), (431,)),
        ("a path of 5 kB", attacker.get(b"/" + b"a" * 5000), (400,)),
        ("a query of 5 kB", attacker.get(b"/healthz?" + b"a" * 5000), (400,)),
    ):
        status = attacker.status(request)
        assert status in statuses, (what, status)
    # Nothing but the end of a chunked body, for as long as the service listens.
    trailers = attacker.post(b"/v1/companies", b"Transfer-Encoding: chunked") + b"0\r\n"
    assert attacker.status(trailers, [b"X: a\r\n"] * 100_000) in (400, 413, 431)
    return "header floods: 431"


def path_tricks(attacker):
    tricks = [
        b"//healthz", b"/./healthz", b"/v1/../healthz", b"/v1/%2e%2e/healthz", b"/v1/..%2fhealthz", b"/%2fhealthz",
        b"/healthz%00", b"/healthz%0a", b"/healthz\\", b"/\\healthz", b"/%c0%afhealthz", b"/%ff", b"/healthz%", b"/%zz",
        b"/healthz#x", b"/healthz;x=1", b"/healthz/", b"/healthz/.", b"/HEALTHZ", b"healthz", b"*", b"",
        b"http://" + attacker.name + b"/healthz", b"http://evil.example/healthz", b"/%u0068ealthz", b"/healthz%20",
        "/santé".encode(), b"/v1/companies/000058263%2Fsnapshot", b"/v1/companies/../../etc/passwd",
    ]
    for trick in tricks:
        status = attacker.status(attacker.get(trick))
        assert status in (400, 404), (trick, status)
    return f"{len(tricks)} path tricks: 400 or 404"


def smuggling(attacker):
    host = b"Host: " + attacker.name
    requests = {
        "two lengths": attacker.post(b"/healthz", b"Content-Length: 0", b"Content-Length: 5"),
        "length and chunks": attacker.post(b"/healthz", b"Content-Length: 5", b"Transfer-Encoding: chunked") + b"0\r\n\r\n",
        "negative length": attacker.post(b"/healthz", b"Content-Length: -1"),
        "length in words": attacker.post(b"/healthz", b"Content-Length: ten"),
        "chunks of no size": attacker.post(b"/healthz", b"Transfer-Encoding: chunked") + b"zz\r\n",
        "chunks beyond counting": attacker.post(b"/healthz", b"Transfer-Encoding: chunked") + b"ffffffffffffffffff\r\n",
        "space before the colon": attacker.get(b"/healthz", b"X : a"),
        "NUL in a header": attacker.get(b"/healthz", b"X: a\x00b"),
        "bare line feeds": attacker.get(b"/healthz").replace(b"\r\n", b"\n"),
        "two hosts": attacker.get(b"/healthz", host),
        "another host": b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
        "two proofs": attacker.get(b"/v1/me", b"DPoP: a", b"DPoP: b"),
        "HTTP/0.9": b"GET /healthz\r\n\r\n",
        "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "another protocol": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    }
    for what, request in requests.items():
        status = attacker.status(request)
        assert status is None or 400 <= status < 500, (what, status)
    return f"{len(requests)} ambiguous requests refused"


def hostile_json(world, desktop, portal):
    desktop.sign_in("D2")  # what is of high effect needs a fresh one
    return f"{twisted.refused(twisted.Callers(world, desktop, portal))} hostile documents refused"


def pipelined(attacker):
    """A hundred requests at once get their hundred answers, in order."""
    with attacker.connect() as connection:
        connection.sendall(attacker.get(b"/healthz") * 99 + attacker.get(b"/healthz", b"Connection: close"))
        answer = b""
        while more := connection.recv(65536):
            answer += more
    assert answer.count(b"HTTP/1.1 200 OK") == 100, answer.count(b"HTTP/1.1 ")
    return "a hundred requests in one packet answered"


def main():
    settings = {
        "PROCONNECT_PORTAL_IMPOTS_QUOTA_PER_MINUTE": "100000",
        # It declares its accounts.
        "PROCONNECT_PORTAL_IMPOTS_SCIM_URL": "",
    }
    with live.running(others=lambda programs: settings) as (world, service):
        director, second = Desktop(world), Desktop(world)
        for desktop in (director, second):
            desktop.sign_in("D2")
            assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status in (200, 201)
        portal = Portal(world, "impots")
        portal.address = world.service
        attacker = Attacker(world)
        honest = Honest(director)
        honest.start()
        print(slow_clients(attacker), flush=True)
        print(large_bodies(attacker, service), flush=True)
        print(floods(attacker), flush=True)
        print(path_tricks(attacker), flush=True)
        print(smuggling(attacker), flush=True)
        print(pipelined(attacker), flush=True)
        print(hostile_json(world, second, portal), flush=True)
        honest.stop()
        assert service.status is None
        audit = [line for line in service.output().splitlines() if '"status":500' in line or '"level":"error"' in line]
        assert not audit, audit[:5]
        print(f"a director was served {honest.served} times meanwhile, within {honest.slowest:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
