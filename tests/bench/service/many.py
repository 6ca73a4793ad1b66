# SPDX-License-Identifier: MIT
"""A world of many companies, each led by a director of its own, and a service under load in it."""
import contextlib
import copy
import datetime
import json
import os
import re
import shutil
import subprocess
import tempfile

from desktop import Desktop, Portal, send
from demonstration.programs import Programs
from demonstration.world import DATA, World

MODEL_COMPANY, MODEL_DIRECTOR = "E2", "D2"
# Of the first director; each is a day younger than the one before, or they would all be one person.
FIRST_BIRTH = datetime.date(1955, 1, 1)
# Of the range that no register hands out, like those of the demonstration.
FIRST_SIREN = 20_000


def with_check_digit(digits):
    """The number that Luhn's formula takes (SIREN and SIRET)."""
    for last in "0123456789":
        total = 0
        for place, digit in enumerate(reversed(digits + last)):
            value = int(digit) * (2 if place % 2 else 1)
            total += value - 9 if value > 9 else value
        if total % 10 == 0:
            return digits + last
    raise AssertionError(digits)


def siren_of(number):
    return with_check_digit(f"{(FIRST_SIREN + number):08}")


def write_world(path, size):
    """The demonstration's data with `size` more companies, each with one director."""
    with open(DATA, encoding="utf-8") as file:
        data = json.load(file)
    model = next(each for each in data["entreprises"] if each["id"] == MODEL_COMPANY)
    leader = next(each for each in data["personnes"] if each["id"] == MODEL_DIRECTOR)
    mandate = next(each for each in data["mandats_sociaux"] if each["personne"] == MODEL_DIRECTOR)
    for number in range(size):
        company, director = copy.deepcopy(model), copy.deepcopy(leader)
        company["id"], company["siren"] = f"B{number}", siren_of(number)
        del company["etablissements"][1:]
        company["etablissements"][0]["siret"] = with_check_digit(company["siren"] + "0001")
        director["id"], director["entreprise"] = f"BD{number}", company["id"]
        director["mel"] = f"directrice.{number}@fabre-filles.example"
        director["pivot"]["date_naissance"] = str(FIRST_BIRTH + datetime.timedelta(days=number))
        data["entreprises"].append(company)
        data["personnes"].append(director)
        data["mandats_sociaux"].append(
            {**mandate, "id": f"BM{number}", "personne": director["id"], "entreprise": company["id"]}
        )
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file)


class ManyWorld(World):
    """As the demonstration, with portals that may call as often as they like and declare their accounts themselves: a
    demonstration asks each portal about each company every five seconds, which an operator's service does every quarter
    of an hour."""

    def portal_section(self, portal):
        section = {**super().portal_section(portal), "quota_per_minute": "1000000"}
        return {key: value for key, value in section.items() if not key.startswith("scim_")}


class Member:
    """A signed-in director and the company they lead."""

    def __init__(self, world, number):
        self.siren, self._world, self._number = siren_of(number), world, number
        self.sign_in()
        attached = self.desktop.call("POST", "/v1/companies", {"siren": self.siren})
        assert attached.status == 201, attached.body

    def sign_in(self):
        """On a new device."""
        self.desktop = Desktop(self._world)
        granted = self.desktop.sign_in(f"BD{self._number}")[1]
        assert granted.status == 200, granted.body


class Many:
    """The running world, its members, and the program that puts a load on it."""

    def __init__(self, world, service, binaries, size):
        self.world, self._service = world, service
        self._load = os.path.join(binaries, "service-load")
        self.members = [Member(world, number) for number in range(size)]

    def deposit(self, rounds, prefix):
        """(member, request as its director sees it) for `rounds` requests of each; another `prefix` each time."""
        portal = Portal(self.world, "impots")
        for number in range(rounds):
            for member in self.members:
                answer = portal.deposit(member.siren, f"{prefix}-{member.siren}-{number}")
                assert answer.status == 202, answer.body
        for member in self.members:
            for request in member.desktop.snapshot(member.siren)["requests"]:
                if request["state"] == "waiting":
                    yield member, request

    def stop_service(self):
        self._service.stop()

    def start_service(self, database):
        """Anew, on another database of the same content."""
        self.stop_service()
        self._service = self.world.start_service({"PROCONNECT_DATABASE_URL": database})

    def processes(self):
        return [self._service.pid]

    def hold_back(self, held):
        """Portal and mail server answer late, so that decisions are taken while none is carried on."""
        fault = {"slowMs": 60_000 if held else 0}
        for target in ("events.impots", "smtp"):
            order = json.dumps({"target": target, "fault": fault}).encode()
            answer = send("POST", self.world.outside + "/controle", {"Content-Type": "application/json"}, order)
            assert answer.status < 300, answer.body

    def resident_mib(self):
        with open(f"/proc/{self._service.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read()).group(1)) / 1024

    def signed(self, calls, total):
        """The bytes of `total` requests, each with a proof of its own."""
        done = self._load_with(calls, "--write", total=total)
        return [each + b"\r\n\r\n" for each in done.split(b"\r\n\r\n")[:-1]]

    def run(self, calls, **plan):
        """What came of `calls`; each names its member as `by`."""
        return json.loads(self._load_with(calls, **plan))

    def _load_with(self, calls, *options, **plan):
        places = {id(member): place for place, member in enumerate(self.members)}
        plan["calls"] = [
            {**{k: v for k, v in call.items() if k != "by"}, "device": places[id(call["by"])]} for call in calls
        ]
        plan["devices"] = [member.desktop.portable() for member in self.members]
        plan |= {"address": self.world.service, "clockOffset": self.world.offset}
        command = [self._load, *options]
        return subprocess.run(command, input=json.dumps(plan).encode(), stdout=subprocess.PIPE, check=True).stdout


@contextlib.contextmanager
def many(binaries, size, environment=None):
    """`environment`: the service's settings that go before its configuration file."""
    folder = tempfile.mkdtemp(prefix="proconnect-load.")
    programs = Programs(os.path.join(folder, "logs"))
    try:
        world = ManyWorld(programs, binaries, os.path.join(folder, "data"), dict(os.environ))
        data = os.path.join(folder, "world.json")
        write_world(data, size)
        world.start_sandbox(data)
        environment = {"PROCONNECT_DEMONSTRATION_REGISTERS_EVERY": "86400", **(environment or {})}
        yield Many(world, world.start_service(environment), binaries, size)
    finally:
        programs.stop_all()
        shutil.rmtree(folder, ignore_errors=True)
