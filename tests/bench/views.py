# SPDX-License-Identifier: MIT
"""The consolidated view over a large company, drawn off screen."""
import json
import os
import statistics
import subprocess
import tempfile

from figures import figure

ACCOUNTS, PEOPLE = 100_000, 20_000
# Milliseconds, or megabytes.
PROMISED = {"painted": 400, "letter": 16, "letter.worst": 50, "matrix": 100, "memory": 250, "delta": 20}
FRAMES = 50


def turn(program):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, folder, str(ACCOUNTS), str(PEOPLE)], check=True, env=environment)
        told = subprocess.run([program, folder], check=True, stdout=subprocess.PIPE, text=True, env=environment)
    return {line["name"]: line["value"] for line in map(json.loads, told.stdout.splitlines())}


def accounts(binaries, runs):
    build = os.path.dirname(binaries)
    subprocess.run(["cmake", "--build", build, "--target", "accounts-bench"], check=True, stdout=subprocess.DEVNULL)
    turns = [turn(os.path.join(binaries, "accounts-bench")) for _ in range(runs)]
    middle = {name: statistics.median(one[name] for one in turns) for name in turns[0]}
    for name, limit in PROMISED.items():
        yield figure("accounts." + name, middle[name], "MB" if name == "memory" else "ms", None, limit)
    yield figure("accounts.read", middle["read"], "ms")
    # What the windows' thread takes to have the copy written anew, beside writing it there.
    yield figure("accounts.copy.wait", middle["copy.wait"], "ms", middle["copy.here"])
    yield figure("accounts.copy.letter.worst", middle["copy.letter.worst"], "ms")
    yield figure("accounts.delta.patched", middle["delta.patched"], "ms")
    for name in ("scroll", "matrix.scroll"):
        # The slowest of two hundred frames; a limit holds what must not be more.
        yield figure(f"accounts.{name}.frame", 1000 / middle[name], "ms", None, 1000 / FRAMES)
    # Ten times faster than Qt's own proxy over the same texts, neither of them painted.
    yield figure("accounts.filter", middle["filter"], "ms", middle["proxy"], 0.1)
