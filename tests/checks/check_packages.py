# SPDX-License-Identifier: MIT
"""Every Debian package that is installed has its reason in docs/dependencies.md, and no other stands there."""
import os
import re

import tree

DOCUMENT = "docs/dependencies.md"
ROW = re.compile(r"^\| (\w+) \| ((?:`[a-z0-9.+-]+` ?)+)\|", re.MULTILINE)

explained = {
    (row[1], package) for row in ROW.finditer(tree.read(DOCUMENT)) for package in re.findall(r"`([^`]+)`", row[2])
}
installed = set()
for path in tree.files():
    folder, name = os.path.split(path)
    if folder == "tools/packages":
        lines = tree.read(path).splitlines()
        installed |= {(name, line) for line in lines if line and not line.startswith("#")}
findings = [f"{DOCUMENT}: nothing about {package} of {name}" for name, package in sorted(installed - explained)]
findings += [f"{DOCUMENT}: {package} of {name} is not installed" for name, package in sorted(explained - installed)]
tree.finish(findings, len(installed))
