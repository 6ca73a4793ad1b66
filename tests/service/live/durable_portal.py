# SPDX-License-Identifier: MIT
"""A portal's receiver of events (RFC 8935) that may be killed at any moment: what it says it has is on its disk.

durable_portal.py PORT FILE: one line of FILE for each event that it took, by jti; and one for each that came again."""
import base64
import http.server
import json
import os
import random
import sys
import threading
import time


def claims_of(token):
    part = token.split(b".")[1]
    return json.loads(base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4)))


def lines(path):
    """(taken or again, jti, reference) as far as they were written whole."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="ascii") as file:
        return [tuple(line.split()) for line in file.read().splitlines(keepends=True) if line.endswith("\n")]


class Journal:
    def __init__(self, path):
        self._lock = threading.Lock()
        known = lines(path)
        # Half a line, of the moment of a kill, was never acknowledged.
        whole = "".join(" ".join(line) + "\n" for line in known)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.ftruncate(self._file, len(whole))
        os.lseek(self._file, 0, os.SEEK_END)
        self._taken = {jti for kind, jti, _ in known if kind == "taken"}

    def note(self, jti, reference):
        with self._lock:
            kind = "again" if jti in self._taken else "taken"
            os.write(self._file, f"{kind} {jti} {reference}\n".encode("ascii"))
            os.fsync(self._file)
            self._taken.add(jti)


class Receiver(http.server.BaseHTTPRequestHandler):
    journal = None

    def do_POST(self):
        token = self.rfile.read(int(self.headers["Content-Length"]))
        claims = claims_of(token)
        (event,) = claims["events"].values()
        self.journal.note(claims["jti"], event["reference"])
        # Long enough that some kills fall between the disk and the answer.
        time.sleep(random.uniform(0, 0.02))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    port, path = int(sys.argv[1]), sys.argv[2]
    Receiver.journal = Journal(path)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
