# SPDX-License-Identifier: MIT
"""Every C++ source is formatted as .clang-format says."""
import subprocess

import tree

paths = tree.sources()
run = subprocess.run(
    ["clang-format-14", "--dry-run", "--Werror", *paths], cwd=tree.ROOT, capture_output=True, text=True
)
findings = [line for line in run.stderr.splitlines() if ": error:" in line]
if run.returncode and not findings:
    findings = [run.stderr]
tree.finish(findings, len(paths))
