#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""tools/geography/build.py [--packages FOLDER] [--check]: rebuilds core/certification/data, and the names of
states that people read, from their sources.

Sources: two editions of @etalab/decoupage-administratif (the only one with dates ends in 2019, the only one after
2019 has no dates), i18n-iso-countries for the names of states, and the facts of this folder that no package
has. Packages are fetched with `npm pack` unless FOLDER already holds them. --check compares, and changes nothing.
"""
import argparse
import json
import os
import subprocess
import sys
import tarfile
import tempfile

import communes
import countries

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HISTORY = "@etalab/decoupage-administratif@0.8.0"
PRESENT = "@etalab/decoupage-administratif@6.0.0"
STATES = "i18n-iso-countries@7.14.0"


def file_of(package):
    name, version = package.rsplit("@", 1)
    return name.lstrip("@").replace("/", "-") + f"-{version}.tgz"


def read(folder, package, member):
    with tarfile.open(os.path.join(folder, file_of(package))) as archive:
        return json.load(archive.extractfile(f"package/{member}"))


def facts(name):
    """Rows of a facts file, without comments."""
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return [line.split() for line in file if line.strip() and not line.startswith("#")]


def built(folder):
    yield "core/certification/data/communes.tsv", communes.table(
        read(folder, HISTORY, "data/historique-communes.json"),
        read(folder, PRESENT, "data/communes.json"),
        facts("communes.facts"),
    )
    yield "core/certification/data/countries.tsv", countries.table(
        read(folder, STATES, "langs/fr.json")["countries"],
        facts("countries.facts"),
        facts("country-changes.facts"),
    )
    yield "ui/text/data/countries.tsv", countries.shown_names(
        read(folder, STATES, "langs/fr.json")["countries"],
        read(folder, STATES, "langs/en.json")["countries"],
        facts("countries.facts"),
        facts("country-names.facts"),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", help="a folder with the packages' .tgz files")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    different = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.packages or scratch
        if not options.packages:
            subprocess.run(["npm", "pack", "--silent", HISTORY, PRESENT, STATES], cwd=folder, check=True,
                           stdout=subprocess.DEVNULL)
        for name, text in built(folder):
            path = os.path.join(ROOT, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            before = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
            print(f"{name}: {len(text)} bytes, {text.count(chr(10))} lines, {'same' if text == before else 'changed'}")
            different += text != before
            if not options.check:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
    return 1 if options.check and different else 0


if __name__ == "__main__":
    sys.exit(main())
