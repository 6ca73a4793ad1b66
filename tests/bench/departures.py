# SPDX-License-Identifier: MIT
"""A departure over seven portals, of which one never answers: what the others wait for."""
import json
import os
import shutil
import statistics
import tempfile
import time
import uuid

import live
import mandate
from demonstration.programs import Programs
from demonstration.world import World
from desktop import Desktop
from figures import figure

ANSWERS_MS = 300
NEVER_MS = 60_000
HUNG = "net_entreprises"
# All that answer are done within so many times the slowest.
PROMISED = 1.3


def data_of(world, folder):
    """The demonstration's, with portals that all close accounts by program."""
    for portal in world.data["portails"]:
        portal["connecteur"]["revocation"] = "api"
    path = os.path.join(folder, "data.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(world.data, file)
    return path


def leaving(desktop, siren, portals):
    """One ordinary account on each portal, once they are all known."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        accounts = {}
        for account in desktop.snapshot(siren).get("accounts", []):
            if account["state"] == "active" and not account["administratorRole"] and not account["mine"]:
                accounts[account["portal"]] = account
        if len(accounts) == len(portals):
            return list(accounts.values())
        time.sleep(0.1)
    raise AssertionError("not every portal told its accounts")


class Watch:
    """The departure as the application sees it: read anew only when something changed."""

    def __init__(self, desktop, siren):
        self._desktop, self._path, self._tag, self._states = desktop, f"/v1/companies/{siren}/snapshot", "", {}

    def states(self):
        """By portal."""
        answer = self._desktop.call("GET", self._path, If_None_Match=self._tag)
        if answer.status == 200:
            self._tag = answer.headers["ETag"]
            self._states = {step["portal"]: step["state"] for step in answer.json()["departures"][0]["steps"]}
        return self._states

    def confirmed(self):
        return list(self.states().values()).count("confirmed")


def turn(binaries):
    """Seconds until every portal that answers has confirmed. The hung one is shown so, and done once it answers."""
    folder = tempfile.mkdtemp(prefix="proconnect-bench.")
    programs = Programs(os.path.join(folder, "logs"))
    try:
        world = World(programs, binaries, os.path.join(folder, "data"), dict(os.environ))
        world.start_sandbox(data_of(world, folder))
        world.start_service()
        desktop, siren = Desktop(world), live.FABRE
        desktop.sign_in("D2")
        assert desktop.call("POST", "/v1/companies", {"siren": siren}).status == 201
        portals = [portal["id"] for portal in world.data["portails"]]
        items = [{"account": a["id"], "version": a["version"]} for a in leaving(desktop, siren, portals)]
        for portal in portals:
            mandate.order(world, target="scim." + portal, fault={"slowMs": NEVER_MS if portal == HUNG else ANSWERS_MS})
        signed = desktop.signed_decision("departure.start", siren, str(uuid.uuid4()), 0,
                                         departure={"person": "Yanis Meunier", "items": items})
        start = time.monotonic()
        answer = desktop.decide(siren, signed)
        assert answer.status == 201, answer.body
        watch = Watch(desktop, siren)
        while watch.confirmed() < len(portals) - 1:
            assert time.monotonic() - start < 60, watch.states()
            time.sleep(0.01)
        seconds = time.monotonic() - start
        assert watch.states()[HUNG] == "requested", watch.states()
        mandate.order(world, reset=True)
        live.eventually(lambda: watch.states()[HUNG] == "confirmed", 120)
        return seconds
    finally:
        programs.stop_all()
        shutil.rmtree(folder, ignore_errors=True)


def departure(binaries, runs):
    turns = [turn(binaries) * 1000 for _ in range(runs)]
    spread = [round(each / ANSWERS_MS, 2) for each in (min(turns), statistics.median(turns), max(turns))]
    yield figure("departure.answered", statistics.median(turns), "ms", ANSWERS_MS, PROMISED, spread)
