# SPDX-License-Identifier: MIT
"""Shell scripts are clean under shellcheck and stop at the first error."""
import subprocess

import tree

paths = [
    path
    for path in tree.files()
    if tree.is_text(path) and tree.read(path).startswith(("#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env bash"))
]
run = subprocess.run(["shellcheck", "--format=gcc", *paths], cwd=tree.ROOT, capture_output=True, text=True)
findings = run.stdout.splitlines() + run.stderr.splitlines()
findings += [f"{path}: no set -e at its start" for path in paths if "\nset -e" not in tree.read(path)]
tree.finish(findings, len(paths))
