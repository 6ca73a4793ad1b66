# SPDX-License-Identifier: MIT
"""A world of many companies, each led by a director of its own, and a service under load in it."""
import contextlib
import copy
import json
import os
import re
import shutil
import subprocess
import tempfile

from desktop import Desktop, Portal
from demonstration.programs import Programs
from demonstration.world import DATA, World

MODEL_COMPANY, MODEL_DIRECTOR = "E2", "D2"
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
        data["entreprises"].append(company)
        data["personnes"].append(director)
        data["mandats_sociaux"].append(
            {**mandate, "id": f"BM{number}", "personne": director["id"], "entreprise": company["id"]}
        )
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file)


class ManyWorld(World):
    """As the demonstration, with portals that may call as often as they like."""

    def portal_section(self, portal):
        return {**super().portal_section(portal), "quota_per_minute": "1000000"}


class Member:
    """A signed-in director and the company they lead."""

    def __init__(self, world, number):
        self.siren = siren_of(number)
        self.desktop = Desktop(world)
        granted = self.desktop.sign_in(f"BD{number}")[1]
        assert granted.status == 200, granted.body
        attached = self.desktop.call("POST", "/v1/companies", {"siren": self.siren})
        assert attached.status == 201, attached.body


class Many:
    """The running world, its members, and the program that puts a load on it."""

    def __init__(self, world, service, binaries, size):
        self.world, self._service = world, service
        self._load = os.path.join(binaries, "service-load")
        self.members = [Member(world, number) for number in range(size)]

    def deposit(self, rounds):
        """(member, request as the director sees it) for `rounds` requests of each company."""
        portal = Portal(self.world, "impots")
        for number in range(rounds):
            for member in self.members:
                answer = portal.deposit(member.siren, f"load-{member.siren}-{number}")
                assert answer.status == 202, answer.body
        for member in self.members:
            for request in member.desktop.snapshot(member.siren)["requests"]:
                yield member, request

    def stop_service(self):
        self._service.stop()

    def start_service(self, database):
        """Anew, on another database of the same content."""
        self.stop_service()
        self._service = self.world.start_service({"PROCONNECT_DATABASE_URL": database})

    def resident_mib(self):
        with open(f"/proc/{self._service.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read()).group(1)) / 1024

    def run(self, calls, **plan):
        """What came of `calls`; each names its member as `by`."""
        places = {id(member): place for place, member in enumerate(self.members)}
        plan["calls"] = [
            {**{k: v for k, v in call.items() if k != "by"}, "device": places[id(call["by"])]} for call in calls
        ]
        plan["devices"] = [member.desktop.portable() for member in self.members]
        plan |= {"address": self.world.service, "clockOffset": self.world.offset}
        done = subprocess.run([self._load], input=json.dumps(plan), stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(done.stdout)


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
        yield Many(world, world.start_service(environment), binaries, size)
    finally:
        programs.stop_all()
        shutil.rmtree(folder, ignore_errors=True)
