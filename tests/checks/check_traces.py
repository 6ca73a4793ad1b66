# SPDX-License-Identifier: MIT
"""Nothing tracked names a machine, a folder of its maker or how it was made: only the software belongs here."""
import re

import tree

# Written with brackets so that the patterns do not find themselves.
TRACES = [
    r"/wor[k]/",
    r"/tmp/[b]ash_jobs",
    r"/far[m]/",
    r"/hom[e]/[a-z]+/(?!\.\.\.)",
    r"\b[s]ubagents?\b",
    r"\b[C]laude\b",
    r"\b[C]hatGPT\b",
    r"\bthis [s]ession stops\b",
    r"\b[A]I[- ]generated\b",
    r"\b(?:<{7}|>{7}) ",
    r"\b[T]ODO\b|\b[F]IXME\b|\b[X]XX\b",
]
PATTERN = re.compile("|".join(TRACES))

paths = [path for path in tree.files() if tree.is_text(path)]
findings = []
for path in paths:
    text = tree.read(path)
    for match in PATTERN.finditer(text):
        findings.append(f"{path}:{tree.line_of(text, match.start())}: {match[0]}")
tree.finish(findings, len(paths))
