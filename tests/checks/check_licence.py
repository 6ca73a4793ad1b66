# SPDX-License-Identifier: MIT
"""Every source file says its licence in its first lines."""
import tree

NAMES = ("CMakeLists.txt", ".cpp", ".h", ".cmake", ".py", ".sh")
# Programs without an ending.
PROGRAMS = ("run", "test", ".ci/run", "tests/bench/run")

paths = [path for path in tree.files() if path.endswith(NAMES) or path in PROGRAMS]
findings = [
    f"{path}:1: no SPDX-License-Identifier: MIT in the first two lines"
    for path in paths
    if not any("SPDX-License-Identifier: MIT" in line for line in tree.read(path).splitlines()[:2])
]
tree.finish(findings, len(paths))
