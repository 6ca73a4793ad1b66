# SPDX-License-Identifier: MIT
"""Certification measured on generated people: strangers, honest directors, verdicts per second."""
import json
import os
import statistics
import subprocess
import tempfile

from figures import figure

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(TOP, "core", "certification", "data")
SCORE = os.path.join(HERE, "certification", "five_points.js")
# What was just parsed is in the processor's caches: so many pairs are too, on both sides.
PAIRS = 500


def lines(command):
    """The JSON lines that a command prints, on one processor."""
    # What it says of single people on its error stream is for whoever looks for a cause.
    result = subprocess.run(["taskset", "-c", "0", *command], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [json.loads(line) for line in result.stdout.splitlines()]


def nanoseconds(measured, name):
    """The best turn of one kind: other programs can only make a turn slower."""
    return 1e9 / max(line["verdicts_per_second"] for line in measured if line["name"] == name)


def share(counts, *verdicts):
    return 100 * sum(counts[verdict] for verdict in verdicts) / sum(counts[v] for v in ("certified", "close", "none"))


def strangers(program):
    found = lines([program, "strangers"])[0]
    yield figure("certification.people", found["people"], "people")
    yield figure("certification.near_pairs", found["near_pairs"], "pairs")
    yield figure("certification.stranger_verdicts", found["verdicts"], "verdicts")
    yield figure("certification.strangers_certified", found["wrong_certified"], "verdicts", None, 0)
    yield figure("certification.strangers_of_the_same_entry", found["same_entry"], "verdicts")


def directors(program):
    for counts in lines([program, "directors"]):
        name = f"certification.{counts['register']}.{counts['noise']}".replace(" ", "_").replace("/", "_")
        yield figure(name + ".certified", share(counts, "certified"), "%")
        # An entry as its register writes it must never send its own director away.
        yield figure(name + ".refused", share(counts, "none"), "%", None, 0 if counts["noise"] == "none" else None)


def doubts(program):
    """How far the time of a verdict tells why it is close."""
    times = [line["ns"] for line in lines([program, "doubts"])]
    yield figure("certification.doubt.kinds", len(times), "reasons")
    yield figure("certification.doubt.fastest", min(times), "ns")
    yield figure("certification.doubt.slowest", max(times), "ns")


def speed(program, runs):
    """In turns, so that both meet the same machine."""
    ratios, ours, theirs, load = {}, {}, {}, []
    with tempfile.TemporaryDirectory() as folder:
        pairs = os.path.join(folder, "pairs.jsonl")
        for _ in range(runs):
            # So many that both look at the machine for about as long.
            mine = lines([program, "speed", pairs, str(PAIRS), "800"])
            score = lines(["node", SCORE, pairs, DATA])
            load.append(mine[0]["ms"])
            for kind in ("folded once", "folded each time"):
                for rendition in ("step by step", "in one pass"):
                    key = kind, rendition
                    ours.setdefault(key, []).append(nanoseconds(mine, kind))
                    theirs.setdefault(key, []).append(nanoseconds(score, rendition))
                    ratios.setdefault(key, []).append(ours[key][-1] / theirs[key][-1])
    yield figure("certification.load", statistics.median(load), "ms", None, 5)
    for key in ratios:
        middle = sorted(range(runs), key=lambda run, of=ratios[key]: of[run])[runs // 2]
        name = f"certification.verdict.{key[0]}.beside.{key[1]}".replace(" ", "_")
        promised = 1 / 20 if key[1] == "step by step" else None
        yield figure(name, ours[key][middle], "ns", theirs[key][middle], promised)


def certification(binaries, runs):
    build = os.path.dirname(binaries)
    subprocess.run(["cmake", "--build", build, "--target", "certification-bench"], check=True, stdout=subprocess.DEVNULL)
    program = os.path.join(binaries, "certification-bench")
    yield from strangers(program)
    yield from directors(program)
    yield from doubts(program)
    yield from speed(program, runs)
