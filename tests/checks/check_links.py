# SPDX-License-Identifier: MIT
"""Links between documents lead to files and headings that exist; documents name only files that exist."""
import os
import re

import tree

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# `docs/operations.md`, `tests/checks`: a path in code that starts with a folder of the project.
FOLDERS = sorted({path.split("/")[0] for path in tree.files() if "/" in path and not path.startswith(".")})
MENTION = re.compile(r"`((?:%s)/[\w./-]*\w)/?`" % "|".join(map(re.escape, FOLDERS)))


def anchor(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def headings(path):
    return {anchor(match[1]) for match in re.finditer(r"^#+ (.*)$", tree.read(path), re.MULTILINE)}


documents = tree.files(".md")
findings = []
for document in documents:
    text = tree.read(document)
    for match in LINK.finditer(text):
        target, _, heading = match[1].partition("#")
        where = f"{document}:{tree.line_of(text, match.start())}"
        if "://" in target or target.startswith("mailto:"):
            continue
        path = os.path.normpath(os.path.join(os.path.dirname(document), target)) if target else document
        if not os.path.exists(os.path.join(tree.ROOT, path)):
            findings.append(f"{where}: {target} does not exist")
        elif heading and path.endswith(".md") and heading not in headings(path):
            findings.append(f"{where}: {path} has no heading {heading}")
    for match in MENTION.finditer(text):
        if not os.path.exists(os.path.join(tree.ROOT, match[1])):
            findings.append(f"{document}:{tree.line_of(text, match.start())}: {match[1]} does not exist")
tree.finish(findings, len(documents))
