#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""tests/core/certification/mutations.py --build FOLDER [--quick] [--only WORD]: breaks each rule of certification, one at a
time, and tells whether a test notices. Nothing in the tree changes: a mutated source is compiled beside it and linked
in front of the library. Exit 0 when every mutation was noticed. --quick takes every eighth.
"""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from mutation_list import MUTATIONS  # noqa: E402
from mutation_list_services import SERVICES  # noqa: E402

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
VERDICTS = ["service_certify_cases_test", "service_certify_documented_test", "core_certification_certifier_test",
            "core_certification_parts_test"]
REGISTERS = ["test_company_trail", "test_sole_offices", "test_rne_following", "test_rne_format", "test_registry_formats", "test_registry_desk", "test_registry_clients",
             "test_registry_pacing"]
MANDATES = ["test_companies", "test_register_silence", "test_register_changes", "test_mandates", "test_mandate_proofs", "test_mandate_sweep",
            "test_company_routes"]


def tests_of(name, source):
    if source.startswith("service/quotas/"):
        return ["test_call_quota"]
    if (name, source) in {mutation[:2] for mutation in SERVICES}:
        return MANDATES if source.startswith("service/companies/") else REGISTERS
    return VERDICTS


class Build:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as file:
            self.compilations = {os.path.relpath(entry["file"], TOP): entry for entry in json.load(file)}

    def link_command(self, test):
        commands = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", "-s", f"tests/{test}"], check=True, text=True,
                                  stdout=subprocess.PIPE).stdout.splitlines()
        # ": && compiler ... && :"
        return shlex.split([line for line in commands if f"-o tests/{test}" in line][-1].split("&&")[1])

    def compile(self, source, text, scratch):
        entry = self.compilations[source]
        mutant, compiled = os.path.join(scratch, os.path.basename(source)), os.path.join(scratch, "mutant.o")
        with open(mutant, "w", encoding="utf-8") as file:
            file.write(text)
        command = [word for word in shlex.split(entry["command"]) if "ccache" not in word]
        command[command.index("-o") + 1] = compiled
        command[command.index("-c") + 1] = mutant
        command.append("-Wno-error")
        subprocess.run(command, cwd=entry["directory"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return compiled

    def notices(self, test, compiled, scratch):
        command = self.link_command(test)
        program = os.path.join(scratch, test)
        command[command.index("-o") + 1] = program
        library = next(i for i, word in enumerate(command) if word.endswith(".a"))
        command.insert(library, compiled)
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        return subprocess.run([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60).returncode != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    build = Build(os.path.abspath(options.build))
    chosen = [mutation for mutation in MUTATIONS if options.only in mutation[0]]
    survivors = 0
    for name, source, old, new in chosen[:: 8 if options.quick else 1]:
        with open(os.path.join(TOP, source), encoding="utf-8") as file:
            text = file.read()
        if text.count(old) != 1:
            print(f"{name}: {source} has {text.count(old)} times: {old}", flush=True)
            survivors += 1
            continue
        with tempfile.TemporaryDirectory() as scratch:
            try:
                compiled = build.compile(source, text.replace(old, new), scratch)
                test = next((test for test in tests_of(name, source) if build.notices(test, compiled, scratch)), None)
            except subprocess.CalledProcessError as problem:
                test = None
                print(problem.stderr.decode(errors="replace")[-2000:], flush=True)
            except subprocess.TimeoutExpired:
                test = "a time-out"
        survivors += test is None
        print(f"{name}: {'NOT NOTICED' if test is None else 'noticed by ' + test}", flush=True)
    print(f"{len(chosen[:: 8 if options.quick else 1])} mutations, {survivors} not noticed")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
