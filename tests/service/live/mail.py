# SPDX-License-Identifier: MIT
"""Messages handed to a mail server of other people: STARTTLS, sign-in, what it refuses, and what it reports later."""
import datetime
import email
import email.policy
import ipaddress
import json
import os
import subprocess
import sys
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import live
from desktop import Desktop, Portal, send

USER, PASSWORD = "proconnect", "mot de passe"
CONTACT = "direction@fabre-filles.example"


def certificate(folder, name):
    """A self-signed certificate of 127.0.0.1 with its key: paths."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=3650))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = os.path.join(folder, name + ".key"), os.path.join(folder, name + ".pem")
    with open(paths[0], "wb") as file:
        encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        file.write(key.private_bytes(encoding, form, serialization.NoEncryption()))
    with open(paths[1], "wb") as file:
        file.write(signed.public_bytes(serialization.Encoding.PEM))
    return paths


class MailServer:
    def __init__(self, programs, folder):
        key, self.certificate = certificate(folder, "mail")
        command = ["node", live.peer("mail_server.mjs", "smtp-server"), key, self.certificate, USER, PASSWORD]
        self._addresses = json.loads(programs.start("mail", command, dict(os.environ)).wait_for_output(r"(?m)^\{.*\}$")[0])

    def settings(self, password=PASSWORD, authorities=None):
        sign_in = f"{USER}:{password.replace(' ', '%20')}"
        return {
            "PROCONNECT_SMTP_URL": f"smtp://{sign_in}@{self._addresses['smtp']}",
            "PROCONNECT_SMTP_AUTHORITIES": authorities or self.certificate,
        }

    def messages(self):
        return send("GET", self._addresses["control"] + "/messages").json()

    def refuse(self, refusals):
        body = json.dumps(refusals).encode()
        headers = {"Content-Type": "application/json"}
        assert send("PUT", self._addresses["control"] + "/refusals", headers, body).status == 204


def report_about(source):
    """What the server of the recipient says of it, hours later (RFC 3464)."""
    identifier = email.message_from_string(source)["Message-ID"]
    return f"""From: MAILER-DAEMON@mx.example
To: ne-pas-repondre@proconnect.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="B/1"

This is a MIME-encapsulated message.

--B/1
Content-Type: text/plain

I am sorry.

--B/1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {CONTACT}
Action: failed
Status: 5.1.1

--B/1
Content-Type: text/rfc822-headers

Subject: hello
Message-ID: {identifier}

--B/1--
"""


class Walk:
    def __init__(self, world, service, server, folder):
        self.world, self.service, self.server, self.folder = world, service, server, folder
        self.portal = Portal(world, "impots")
        self.director = Desktop(world)
        self.director.sign_in("D2")
        assert self.director.call("POST", "/v1/companies", {"siren": live.FABRE}).status == 201

    def restart(self, settings):
        self.service.stop()
        self.service = self.world.start_service(settings)
        self.director = Desktop(self.world)
        self.director.sign_in("D2")

    def to(self, address):
        return [message for message in self.server.messages() if address in message["to"]]

    def contact(self):
        return self.director.snapshot(live.FABRE)["contactEmail"]

    def command(self, text):
        configuration = self.world.write_configuration()
        command = [self.world.program("proconnectd"), "mail", "bounced", "--config", configuration]
        return subprocess.run(command, input=text, capture_output=True, text=True, check=False, timeout=60)

    def deposited(self, reference, address):
        """The service's reference of a request from `address`."""
        answer = self.portal.deposit(live.FABRE, reference, email=address)
        assert answer.status == 202, answer.body
        return answer.json()["reference"]

    def arrives(self):
        """Over TLS, signed in, in both languages and both forms, without a link."""
        self.deposited("mail-1", "karim@example.org")
        message = live.eventually(lambda: self.to(self.contact()["address"]))[0]
        assert message["secure"] and message["user"] == USER, message
        assert message["from"] == "ne-pas-repondre@proconnect.example", message
        parsed = email.message_from_string(message["source"], policy=email.policy.default)
        assert parsed.get_content_type() == "multipart/alternative", parsed
        plain = parsed.get_body(("plain",)).get_content()
        html = parsed.get_body(("html",)).get_content()
        for text in (plain, html):
            assert "Ouvrez ProConnect pour répondre" in text and "Open ProConnect to answer" in text, text
            assert "http" not in text and "<a" not in text and "<img" not in text, text
        assert '<div lang="en">' in html and "<p>" in html, html

    def not_to_a_stranger(self):
        """A server that none of the authorities vouches for gets nothing; nor one that does not know us. Nothing is
        lost."""
        before = len(self.server.messages())
        _, other = certificate(self.folder, "other")
        strangers = {"mail-2": self.server.settings(authorities=other), "mail-3": self.server.settings(password="faux")}
        for reference, settings in strangers.items():
            self.restart(settings)
            refused = self.refused(self.deposited(reference, "nadia@example.org"))
            assert refused.status == 201, refused.body
            log = live.eventually(lambda: [line for line in self.service.output().splitlines() if '"mail.failed"' in line])
            assert '"again":true' in log[0] and "nadia" not in log[0] and PASSWORD not in log[0], log
        assert len(self.server.messages()) == before
        self.restart(self.server.settings())
        live.eventually(lambda: len(self.to("nadia@example.org")) == 2, 60)

    def refused(self, reference):
        """The answer to the director who refuses it; whoever asked is then written to."""
        request = next(each for each in self.director.snapshot(live.FABRE)["requests"] if each["id"] == reference)
        signed = self.director.signed_decision("request.refuse", live.FABRE, reference, request["version"],
                                               reason="notNeeded")
        return self.director.decide(live.FABRE, signed)

    def reports(self):
        """A report of hours later marks the address; one that names no message of ours does nothing."""
        source = self.to(self.contact()["address"])[0]["source"]
        assert self.contact()["state"] != "unreachable"
        foreign = report_about(source.replace("Message-ID: <", "Message-ID: <0"))
        for text in ("Subject: hello\n\nhello\n", foreign, ""):
            ended = self.command(text)
            assert ended.returncode == 0, ended
            assert self.contact()["state"] != "unreachable"
        ended = self.command(report_about(source))
        assert ended.returncode == 0 and ended.stdout == "noted\n", ended
        assert self.contact()["state"] == "unreachable"
        again = self.command(report_about(source).replace("\n", "\r\n"))
        assert again.returncode == 0 and again.stdout == "nothing to note\n", again


def main():
    servers = []
    with tempfile.TemporaryDirectory(prefix="proconnect-mail.") as folder:

        def start(programs):
            servers.append(MailServer(programs, folder))
            return servers[0].settings()

        with live.running(start) as (world, service):
            walk = Walk(world, service, servers[0], folder)
            for step in ("arrives", "not_to_a_stranger", "reports"):
                print(step, flush=True)
                getattr(walk, step)()
    return 0


if __name__ == "__main__":
    sys.exit(main())
