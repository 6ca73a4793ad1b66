# SPDX-License-Identifier: MIT
"""No source file is longer than 400 lines: beyond that it has more than one responsibility."""
import tree

LIMIT = 400

paths = tree.files(".cpp", ".h", ".py", ".sh", "CMakeLists.txt", ".cmake")
findings = [
    f"{path}: {lines} lines, the limit is {LIMIT}"
    for path in paths
    if (lines := len(tree.read(path).splitlines())) > LIMIT
]
tree.finish(findings, len(paths))
