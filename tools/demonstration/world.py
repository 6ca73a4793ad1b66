# SPDX-License-Identifier: MIT
"""The sandbox and the service of the demonstration, on free ports of this computer."""
import configparser
import datetime
import json
import os
import shutil
import socket
import time
import urllib.error
import urllib.parse
import urllib.request

DATA = os.path.join(os.path.dirname(__file__), "..", "..", "sandbox", "demo-data.json")
# The lists of accounts that a portal without an interface gives companies, to be imported.
EXPORTS = os.path.join(os.path.dirname(DATA), "exports")
CLIENT_ID = "proconnect-demo"
# Of the stand-in of FranceConnect, on loopback: it opens nothing anywhere else.
CLIENT_SECRET = "demo-secret-franceconnect"


# FranceConnect, the rest of the world, mail, the service, the page whose certificate nobody trusts, FranceConnect+.
PORTS = 6


def free_ports(count):
    """Ports that nothing listens on now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def taken(port):
    """Whether something listens on a port of this computer."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def clock_offset(folder):
    """Seconds from this computer's clock to the demonstration's, computed once and kept beside the data."""
    kept = os.path.join(folder, "clock-offset")
    if os.path.exists(kept):
        with open(kept, encoding="ascii") as file:
            return int(file.read())
    with open(DATA, encoding="utf-8") as file:
        start = datetime.datetime.fromisoformat(json.load(file)["_meta"]["horloge"])
    offset = round((start - datetime.datetime.now(datetime.timezone.utc)).total_seconds())
    with open(kept, "w", encoding="ascii") as file:
        file.write(str(offset))
    return offset


class World:
    """`binaries`: folder of the programs; `folder`: where everything that lasts is kept; `plus`: the service has
    FranceConnect+ for acts of high effect; `files`: portals whose accounts the data has read from files give no others."""

    def __init__(self, programs, binaries, folder, environment, ports=None, plus=False, files=False):
        self._programs = programs
        self._binaries = binaries
        self._environment = environment
        self.folder = folder
        for name in ("service", "sandbox"):
            os.makedirs(os.path.join(folder, name), mode=0o700, exist_ok=True)
        self.offset = clock_offset(folder)
        identity, outside, mail, service, certificate, self.plus_port = ports or free_ports(PORTS)
        self.has_plus = plus
        self.has_files = files
        self.franceconnect_port, self.outside_port, self.mail_port = identity, outside, mail
        self.certificate_port = certificate
        self.franceconnect = f"http://127.0.0.1:{identity}"
        self.outside = f"http://127.0.0.1:{outside}"
        self.mail = f"smtp://127.0.0.1:{mail}"
        self.service = f"http://127.0.0.1:{service}"
        with open(DATA, encoding="utf-8") as file:
            self.data = json.load(file)
        self.clients = {client["portail"]: client for client in self.data["clients_api"]}

    def now(self):
        """The instant that the three programs agree on."""
        return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=self.offset)

    def program(self, name):
        return os.path.join(self._binaries, name)

    def start_sandbox(self, data=None):
        """`data`: a file of companies and people instead of the demonstration's."""
        command = [
            self.program("proconnect-sandbox"),
            f"--franceconnect-port={self.franceconnect_port}",
            f"--franceconnect-plus-port={self.plus_port}",
            f"--world-port={self.outside_port}",
            f"--mail-port={self.mail_port}",
            f"--certificate-port={self.certificate_port}",
            f"--service-url={self.service}",
            f"--clock-offset={self.offset}",
            "--state=" + os.path.join(self.folder, "sandbox", "state.json"),
            *([f"--data={data}"] if data else []),
        ]
        sandbox = self._programs.start("proconnect-sandbox", command, self._environment)
        # One line of JSON with its addresses, once everything answers.
        sandbox.wait_for_output(r"(?m)^\{.*\}$")
        return sandbox

    def start_service(self, settings=None, address=None):
        """`settings`: of the environment, which goes before the configuration file; `address`: where it then listens."""
        command = [self.program("proconnectd"), "--config", self.write_configuration()]
        service = self._programs.start("proconnectd", command, {**self._environment, **(settings or {})})
        self.wait_until_answers(service, (address or self.service) + "/healthz")
        return service

    def desktop_command(self, language=None):
        command = [self.program("proconnect"), "--demonstration", "--service", self.service]
        command += ["--data-dir", os.path.join(self.folder, "desktop")]
        if language:
            command += ["--language", language]
        return command + ["--clock-offset", str(self.offset)]

    def start_desktop(self, environment, language):
        return self._programs.start("proconnect", self.desktop_command(language), environment)

    def write_configuration(self):
        """The service's configuration: everything outside is the sandbox."""
        kept = os.path.join(self.folder, "service")
        file = configparser.ConfigParser(interpolation=None)
        file["http"] = {"listen": self.service.removeprefix("http://"), "public_url": self.service}
        file["database"] = {"url": "sqlite:" + os.path.join(kept, "proconnectd.sqlite")}
        file["keys"] = {"file": os.path.join(kept, "keys.json")}
        file["demonstration"] = {"enabled": "true", "clock_offset": str(self.offset)}
        file["franceconnect"] = {
            "issuer": self.franceconnect + "/api/v2",
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            # Where the sandbox sends the browser to a page whose certificate nobody trusts.
            "identity_hosts": f"127.0.0.1:{self.certificate_port}",
        }
        if self.has_plus:
            file["franceconnect_plus"] = {
                "issuer": f"http://127.0.0.1:{self.plus_port}/api/v2",
                "client_id": CLIENT_ID + "-plus",
                "client_secret": CLIENT_SECRET + "-plus",
            }
        file["insee"] = {
            "base_url": self.outside + "/insee/api-sirene/prive/3.11",
            "token_url": self.outside + "/insee/auth/realms/apim-gravitee/protocol/openid-connect/token",
            "client_id": "demo-insee",
            "client_secret": "demo-secret-insee",
            "username": "demo",
            "password": "demo",
            # What the sandbox grants; ordinary accounts have 30.
            "calls_per_minute": "500",
        }
        file["rne"] = {
            "base_url": self.outside + "/rne/api",
            "username": "demo",
            "password": "demo",
        }
        file["rcs"] = {"base_url": self.outside + "/rcs", "token": "demo", "recipient": "13002526500013"}
        file["smtp"] = {"url": self.mail, "from": "ne-pas-repondre@proconnect.example"}
        file["support"] = {"email": "assistance@proconnect.example"}
        for portal in self.data["portails"]:
            file["portal." + portal["id"]] = self.portal_section(portal)
        path = os.path.join(kept, "proconnectd.ini")
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as output:
            file.write(output)
        return path

    def write_exports(self):
        """Lays the lists of accounts that portals give as files beside the data; the folder where they are."""
        folder = os.path.join(self.folder, "exports")
        shutil.copytree(EXPORTS, folder, dirs_exist_ok=True)
        # Of this morning by the demonstration's clock, which the application compares them with.
        written = (self.now() - datetime.timedelta(hours=2)).timestamp()
        for name in os.listdir(folder):
            os.utime(os.path.join(folder, name), (written, written))
        return folder

    def portal_section(self, portal):
        name = portal["id"]
        client = self.clients[name]
        base = f"{self.outside}/portails/{name}"
        by_hand = portal["connecteur"]["revocation"] == "manuelle"
        by_file = self.has_files and portal["connecteur"]["lecture"] == "fichier"
        return {
            # "impots.gouv.fr — espace professionnel" is how people say "impots.gouv.fr".
            "name": portal["nom"].split(" — ")[0].split(" (")[0],
            "method": "file" if by_file else "api",
            "scim_url": "" if by_file else base + "/scim/v2",
            "scim_token": "demo-scim-" + name,
            "events_url": base + "/evenements",
            "client_id": client["client_id"],
            "client_secret": "demo-secret-" + name,
            "scopes": " ".join(client["scopes"]),
            "sensitive": "true" if portal["sensibilite"] == "elevee" else "false",
            "certifies": "true",
            "closes": "false" if by_hand else "true",
            "names_administrators": "false" if by_hand else "true",
            "opens_accounts": "false" if by_hand else "true",
            "letter_address": f"{portal['nom']}|Service des comptes|1 rue de l’Exemple|75000 Paris" if by_hand else "",
            "quota_per_minute": str(client["quota_par_minute"]),
            "closing_hours": str(portal["connecteur"]["delai_revocation_h"]),
            # As long as the sandbox opens a closed account again (sandbox/portals/ScimPatch.cpp).
            "restore_days": "30" if portal["connecteur"]["suspension"] else "0",
        }

    def wait_until_answers(self, program, address):
        for _ in range(600):
            try:
                with urllib.request.urlopen(address, timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                if program.status is not None:
                    program.fail(f"ended with status {program.status}")
            time.sleep(0.05)
        program.fail("does not answer at " + address)
