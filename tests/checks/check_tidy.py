# SPDX-License-Identifier: MIT
"""clang-tidy on what changed since the main branch (or the last commit, or --base REVISION), or on --all."""
import argparse
import concurrent.futures
import json
import os
import re
import subprocess
import tempfile

import tree

parser = argparse.ArgumentParser()
parser.add_argument("--build", required=True, help="folder with compile_commands.json")
parser.add_argument("--base", help="compare with this revision")
parser.add_argument("--all", action="store_true", help="the whole tree")
options = parser.parse_args()


def revision(*arguments):
    try:
        return tree.git(*arguments).strip()
    except subprocess.CalledProcessError:
        return ""


def base():
    head = revision("rev-parse", "HEAD")
    for branch in ("origin/main", "main"):
        common = revision("merge-base", "HEAD", branch)
        if common and common != head:
            return common
    return revision("rev-parse", "--verify", "-q", "HEAD~1")


def changed(since):
    if not since:
        return tree.sources()
    names = tree.git("diff", "--name-only", "--diff-filter=d", since, "--").split("\n")
    names += tree.git("ls-files", "--others", "--exclude-standard").split("\n")
    return [name for name in names if name.endswith((".cpp", ".h"))]


def single(entries):
    """One command a source, where the build compiles several together."""
    for entry in entries:
        if "/Unity/" not in entry["file"]:
            yield entry
            continue
        with open(entry["file"], encoding="utf-8") as together:
            for source in re.findall(r'#include "(.+\.cpp)"', together.read()):
                yield {**entry, "file": source, "command": entry["command"].replace(entry["file"], source)}


with open(os.path.join(options.build, "compile_commands.json"), encoding="utf-8") as file:
    commands = list(single(json.load(file)))
compiled = {os.path.relpath(entry["file"], tree.ROOT) for entry in commands}
# clang cannot read the precompiled header of g++, and without it sees whether a file includes what it uses.
for entry in commands:
    entry["command"] = re.sub(r"-include \S+/cmake_pch\.hxx", "", entry["command"])
database = tempfile.TemporaryDirectory()
with open(os.path.join(database.name, "compile_commands.json"), "w", encoding="utf-8") as file:
    json.dump(commands, file)


def units(names):
    """A header is looked at through the source of the same name."""
    found = {name if name.endswith(".cpp") else name[:-2] + ".cpp" for name in names}
    return sorted(found & compiled)


def tidy(unit):
    command = ["clang-tidy-14", "-p", database.name, "--quiet", os.path.join(tree.ROOT, unit)]
    run = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True)
    return (unit, run.stdout.strip() or run.stderr.strip()) if run.returncode else None


names = sorted(compiled) if options.all else changed(options.base or base())
work = units(names)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    findings = [f"{result[0]}:\n{result[1]}" for result in pool.map(tidy, work) if result]
# A change without C++ has nothing to look at, and that is right.
tree.finish(findings, len(work) or 1)
