# SPDX-License-Identifier: MIT
"""What every check shares: the files of the project and how a finding is reported."""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def git(*arguments):
    # A continuous-integration job may run as another user than the owner of the clone.
    command = ["git", "-c", "safe.directory=*", "-C", ROOT, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def files(*patterns):
    """Tracked files and new ones not ignored, as paths from the root, that match one of the endings."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    return sorted(
        path
        for path in set(listed)
        if path and os.path.isfile(os.path.join(ROOT, path)) and (not patterns or path.endswith(patterns))
    )


def sources():
    return files(".cpp", ".h")


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def is_text(path):
    with open(os.path.join(ROOT, path), "rb") as file:
        return b"\0" not in file.read(4096)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def includes(path):
    """(line, name, quoted) of each #include."""
    text = read(path)
    for match in INCLUDE.finditer(text):
        yield line_of(text, match.start()), match[1] or match[2], match[1] is not None


def finish(findings, looked_at):
    """Ends the check: one finding a line. A check that looked at nothing has failed too."""
    if not looked_at:
        findings = ["nothing was looked at: the check itself is broken"]
    for finding in findings:
        print(finding)
    print(f"{looked_at} looked at, {len(findings)} findings")
    sys.exit(1 if findings else 0)
