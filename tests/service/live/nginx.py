# SPDX-License-Identifier: MIT
"""The shipped example of nginx, in Debian's own nginx with TLS, in front of the real service."""
import contextlib
import glob
import http.client
import http.server
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import warnings

import live
from demonstration.world import free_ports
from desktop import Desktop, Portal, send

NAME = "localhost"
# Of one use, as in an address of sign-in: in no log.
SECRET = "OneUse7f3a"
# More than sockets on loopback hold.
LARGE = 64 * 1024 * 1024
# Logs as in Debian's own frame.
FRAME = """daemon off;
pid {folder}/nginx.pid;
error_log {folder}/debian-error.log;
events {{ worker_connections 1024; }}
http {{
    access_log {folder}/debian-access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/proconnect.conf;
}}
"""


class Front:
    """nginx with the example, of which only what it asks to be changed is changed."""

    def __init__(self, folder, backend):
        self.folder, self.backend = folder, backend
        self.secure, self.plain = free_ports(2)
        self.address = f"https://{NAME}:{self.secure}"
        self._certificate()
        self._write()
        self._running = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", os.path.join(folder, "nginx.conf")])
        live.eventually(self._answers)

    def _certificate(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", f"{self.folder}/key.pem",
             "-out", f"{self.folder}/cert.pem"], check=True, capture_output=True)
        # For whoever calls it from this process.
        os.environ["SSL_CERT_FILE"] = f"{self.folder}/cert.pem"

    def _write(self):
        with open(os.path.join(live.SOURCE, "packaging", "service", "nginx.conf"), encoding="utf-8") as file:
            text = file.read()
        changes = {
            "/etc/letsencrypt/live/proconnect.example/fullchain.pem": f"{self.folder}/cert.pem",
            "/etc/letsencrypt/live/proconnect.example/privkey.pem": f"{self.folder}/key.pem",
            "server_name proconnect.example;": f"server_name {NAME};",
            "listen 80;": f"listen 127.0.0.1:{self.plain};",
            "listen 443 ": f"listen 127.0.0.1:{self.secure} ",
            "server 127.0.0.1:8800;": f"server {self.backend};",
            "/var/log/nginx/proconnect.log": f"{self.folder}/access.log",
            "/var/log/nginx/proconnect-error.log": f"{self.folder}/error.log",
        }
        for old, new in changes.items():
            assert old in text, old
            text = text.replace(old, new)
        for name, content in (("proconnect.conf", text), ("nginx.conf", FRAME.format(folder=self.folder))):
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        os.chmod(self.folder, 0o755)

    def _answers(self):
        """nginx listens"""
        assert self._running.poll() is None, "nginx did not start"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.secure)) == 0

    def stop(self):
        self._running.terminate()
        self._running.wait()

    def log(self):
        with open(f"{self.folder}/access.log", encoding="utf-8") as file:
            return file.read()

    def every_log(self):
        """Of each file into which nginx writes lines, also those that the example does not name."""
        told = {}
        for path in glob.glob(f"{self.folder}/*.log"):
            with open(path, encoding="utf-8", errors="replace") as file:
                told[os.path.basename(path)] = file.read()
        assert set(told) == {"access.log", "error.log", "debian-access.log", "debian-error.log"}, set(told)
        return told

    def files_of_content(self):
        """What nginx has open in its folders for bodies and answers, removed or not."""
        with open(f"/proc/{self._running.pid}/task/{self._running.pid}/children", encoding="ascii") as file:
            workers = file.read().split()
        opened = []
        for descriptor in (path for worker in workers for path in glob.glob(f"/proc/{worker}/fd/*")):
            with contextlib.suppress(FileNotFoundError):
                opened.append(os.readlink(descriptor))
        folders = (f"{self.folder}/body", f"{self.folder}/proxy")
        return [name for name in opened if name.startswith(folders)]

    def context(self, version):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(f"{self.folder}/cert.pem")
        # What is refused must be refused by nginx, not by this client.
        context.set_ciphers("ALL:@SECLEVEL=0")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.minimum_version = context.maximum_version = version
        return context

    def shake_hands(self, version, name=NAME):
        with socket.create_connection(("127.0.0.1", self.secure), 10) as plain:
            with self.context(version).wrap_socket(plain, server_hostname=name) as secure:
                return secure.version()

    def raw(self, request):
        """Status of a request as it is written; TLS 1.3."""
        with socket.create_connection(("127.0.0.1", self.secure), 20) as plain:
            with self.context(ssl.TLSVersion.TLSv1_3).wrap_socket(plain, server_hostname=NAME) as secure:
                secure.sendall(request)
                answer = http.client.HTTPResponse(secure)
                answer.begin()
                return answer.status, answer.read()


class LargeAnswers(http.server.BaseHTTPRequestHandler):
    """Stands behind nginx in the service's place: answers more than a slow reader takes."""
    sent = 0

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(LARGE))
        self.end_headers()
        part = b"a" * 65536
        with contextlib.suppress(OSError):
            while LargeAnswers.sent < LARGE:
                self.wfile.write(part)
                LargeAnswers.sent += len(part)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def large_answers(front):
    host, port = front.backend.split(":")
    server = http.server.ThreadingHTTPServer((host, int(port)), LargeAnswers)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def nothing_on_disk(front):
    context, host = front.context(ssl.TLSVersion.TLSv1_3), f"Host: {NAME}:{front.secure}\r\n".encode()
    with contextlib.ExitStack() as stack:
        stack.enter_context(large_answers(front))
        reader, writer = (stack.enter_context(context.wrap_socket(
            stack.enter_context(socket.create_connection(("127.0.0.1", front.secure), 60)), server_hostname=NAME))
                          for _ in range(2))
        # Half of a body of 60 kB, and nobody who reads the answer.
        writer.sendall(b"POST /v1/x HTTP/1.1\r\n" + host + b"Content-Length: 60000\r\n\r\n" + b"a" * 30_000)
        reader.sendall(b"GET /v1/x HTTP/1.1\r\n" + host + b"\r\n")
        live.eventually(lambda: LargeAnswers.sent > 0)
        before = -1
        while before != LargeAnswers.sent:
            before = LargeAnswers.sent
            assert not front.files_of_content(), front.files_of_content()
            time.sleep(0.5)
        assert before < LARGE, "the whole answer was kept somewhere"


def nobody_behind(front):
    host = f"Host: {NAME}:{front.secure}\r\n".encode()
    call = b"GET /sign-in/" + SECRET.encode() + b"?code=" + SECRET.encode() + b" HTTP/1.1\r\n"
    status, _ = front.raw(call + host + b"\r\n")
    assert status == 502, status


def transport(front):
    assert front.shake_hands(ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
    assert front.shake_hands(ssl.TLSVersion.TLSv1_3) == "TLSv1.3"
    for version, name in ((ssl.TLSVersion.TLSv1_1, NAME), (ssl.TLSVersion.TLSv1, NAME), (ssl.TLSVersion.TLSv1_3, "other.example")):
        try:
            front.shake_hands(version, name)
        except ssl.SSLError as refused:
            assert refused.reason in ("TLSV1_ALERT_PROTOCOL_VERSION", "TLSV1_UNRECOGNIZED_NAME"), refused
        else:
            raise AssertionError(f"{version} for {name} was taken")
    connection = http.client.HTTPConnection("127.0.0.1", front.plain, timeout=10)
    connection.request("GET", "/v1/me?x=1", headers={"Host": NAME})
    answer = connection.getresponse()
    assert answer.status == 301 and answer.headers["Location"] == f"https://{NAME}/v1/me?x=1", answer.headers
    answer.read()
    connection.request("GET", f"/sign-in/{SECRET}?code={SECRET}", headers={"Host": NAME})
    assert connection.getresponse().status == 301
    for path, status in (("/healthz", 200), ("/nowhere", 404)):
        answer = send("GET", front.address + path)
        assert answer.status == status and "max-age=" in answer.headers["Strict-Transport-Security"], answer.headers
        assert answer.headers["Server"] == "nginx", answer.headers


def main_path(world):
    """Desktops and portals sign the address that they call: behind nginx it is still that one."""
    desktop = Desktop(world)
    desktop.sign_in("D2")
    assert desktop.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201
    reference = Portal(world, "impots").deposit(live.FABRE, "nginx-1").json()["reference"]
    request = next(r for r in desktop.snapshot(live.FABRE)["requests"] if r["id"] == reference)
    signed = desktop.signed_decision("request.accept", live.FABRE, reference, request["version"])
    assert desktop.decide(live.FABRE, signed).status == 201
    return desktop


def proof_of_another_address(world, front, desktop):
    elsewhere = Desktop.proof(desktop, "GET", "/v1/me").encode()
    headers = {"Authorization": "DPoP " + desktop.access_token, "DPoP": elsewhere.decode()}
    assert send("GET", front.address + "/v1/me", headers).status == 200
    world.service = "http://" + front.backend
    headers["DPoP"] = desktop.proof("GET", "/v1/me")
    world.service = front.address
    assert send("GET", front.address + "/v1/me", headers).status == 401, "htu of the address behind was taken"


def limits(front):
    host = f"Host: {NAME}:{front.secure}\r\n".encode()
    flood = b"".join(b"X-%d: %s\r\n" % (number, b"a" * 1000) for number in range(20))
    for what, request, statuses in (
        ("headers of 20 kB", b"GET /healthz HTTP/1.1\r\n" + host + flood + b"\r\n", {400, 431}),
        ("one header of 8 kB", b"GET /healthz HTTP/1.1\r\n" + host + b"X: " + b"a" * 8000 + b"\r\n\r\n", {400, 431}),
        ("path of 8 kB", b"GET /" + b"a" * 8000 + b" HTTP/1.1\r\n" + host + b"\r\n", {414}),
        ("body of 100 MB", b"POST /v1/companies HTTP/1.1\r\n" + host + b"Content-Length: 100000000\r\n\r\n", {413}),
        ("two lengths", b"POST /v1/companies HTTP/1.1\r\n" + host + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", {400}),
        ("length and chunks", b"POST /v1/companies HTTP/1.1\r\n" + host
         + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
        ("two proofs", b"GET /v1/me HTTP/1.1\r\n" + host + b"DPoP: a\r\nDPoP: b\r\n\r\n", {400}),
        ("another host", b"GET /healthz HTTP/1.1\r\nHost: other.example\r\n\r\n", {404}),
        ("dot segments", b"GET /v1/../healthz HTTP/1.1\r\n" + host + b"\r\n", {400}),
        ("above the root", b"GET /../healthz HTTP/1.1\r\n" + host + b"\r\n", {400}),
        ("escaped slash", b"GET /v1%2Fme HTTP/1.1\r\n" + host + b"\r\n", {400}),
        ("two slashes", b"GET //healthz HTTP/1.1\r\n" + host + b"\r\n", {400}),
    ):
        status, _ = front.raw(request)
        assert status in statuses, (what, status)
    assert front.raw(b"GET /healthz HTTP/1.1\r\n" + host + b"\r\n")[0] == 200


def forged_addresses(front):
    """Who says to be somebody else at each call is still one client; and no name that it makes up is believed."""
    connections, calls = 20, 40
    host = f"Host: {NAME}:{front.secure}\r\n"
    context, statuses = front.context(ssl.TLSVersion.TLSv1_3), []
    with contextlib.ExitStack() as stack:
        opened = []
        for number in range(connections):
            plain = stack.enter_context(socket.create_connection(("127.0.0.1", front.secure), 60))
            opened.append(stack.enter_context(context.wrap_socket(plain, server_hostname=NAME)))
        # All at once, so that a slow machine asks fast enough too.
        for number, secure in enumerate(opened):
            forged = f"X-Forwarded-For: 192.0.2.{number}\r\nForwarded: for=192.0.2.{number}\r\nX-Forwarded-Host: evil.example\r\n"
            call = f"GET /healthz?code={SECRET} HTTP/1.1\r\n{host}{forged}"
            secure.sendall((f"{call}\r\n" * (calls - 1) + f"{call}Connection: close\r\n\r\n").encode())
        for secure in opened:
            answer = b""
            while more := secure.recv(65536):
                answer += more
            statuses += [int(status) for status in re.findall(rb"HTTP/1\.1 (\d+) ", answer)]
    assert 429 in statuses, f"{len(statuses)} calls at once were let through"
    assert set(statuses) == {200, 429} and statuses.count(200) >= 200, statuses


def log_is_silent(front, desktop):
    log = front.log()
    assert " GET /v1/me 200 " in log, log[-500:]
    assert " /sign-" not in log and "192.0.2." not in log and "?" not in log
    assert desktop.access_token not in log
    assert re.search(r"^127\.0\.0\.1 \[", log)
    for name, text in front.every_log().items():
        at = text.find(SECRET)
        assert at < 0 and " /sign-" not in text, (name, text[max(at - 200, 0):at + 200])


def main():
    with contextlib.ExitStack() as stack:
        folder = tempfile.mkdtemp(prefix="proconnect-nginx.")
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        front = Front(folder, f"127.0.0.1:{free_ports(1)[0]}")
        stack.callback(front.stop)
        settings = {"PROCONNECT_HTTP_LISTEN": front.backend, "PROCONNECT_HTTP_PUBLIC_URL": front.address}
        nobody_behind(front)
        nothing_on_disk(front)
        world, _ = stack.enter_context(live.sandbox_only(service=front.address))
        world.start_service(settings)
        transport(front)
        desktop = main_path(world)
        proof_of_another_address(world, front, desktop)
        limits(front)
        log_is_silent(front, desktop)
        forged_addresses(front)
        log_is_silent(front, desktop)
        print("the example stands: TLS, limits, addresses, logs, nothing on disk")
    return 0


if __name__ == "__main__":
    sys.exit(main())
