# SPDX-License-Identifier: MIT
"""Each of the 68 refusals of a sign-in names a test that exists (docs/refusals.md)."""
import re

import tree

TABLE = "docs/refusals.md"
ROW = re.compile(r"^\| (\d+) \| .+ \| `([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
REFUSALS = 68

findings = []
rows = ROW.findall(tree.read(TABLE))
for number in range(1, REFUSALS + 1):
    if not any(int(row[0]) == number for row in rows):
        findings.append(f"{TABLE}: refusal {number} has no test")
for number, file, name in rows:
    text = tree.read(file)
    if f'"{name}"' not in text and f"void {name}()" not in text:
        findings.append(f"{TABLE}: {number}: {file} has no '{name}'")
tree.finish(findings, len(rows))
