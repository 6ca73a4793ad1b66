# SPDX-License-Identifier: MIT
"""The two packages are what Debian expects, and hold what a desktop and a server need of them."""
import glob
import gzip
import os
import re
import subprocess
import sys
import tempfile

EXPECTED = {
    "proconnect": [
        "usr/bin/proconnect",
        "etc/xdg/proconnect/proconnect.ini",
        "usr/share/applications/fr.gouv.proconnect.desktop",
        "usr/share/metainfo/fr.gouv.proconnect.metainfo.xml",
        "usr/share/icons/hicolor/scalable/apps/proconnect.svg",
        "usr/share/man/man1/proconnect.1.gz",
    ],
    "proconnectd": [
        "usr/bin/proconnectd",
        "etc/proconnect/proconnectd.ini",
        "usr/lib/systemd/system/proconnectd.service",
        "usr/share/man/man8/proconnectd.8.gz",
        "usr/share/doc/proconnectd/operations.md",
        "usr/share/doc/proconnectd/examples/nginx.conf",
    ],
}
failures = []


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        failures.append(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        return file.read()


def look_at_words(name, folder):
    """The manual page names every option and key that the program knows, the configuration every key and no other."""
    program = f"{folder}/usr/bin/{name}"
    page = re.sub(r"\\f.|\\", "", read(glob.glob(f"{folder}/usr/share/man/man*/{name}.*.gz")[0]))
    options, _, sections = run(program, "--help").partition("\n[http]\n")
    commands = set(re.findall(r"^  (?! )([a-z]+)(?: [a-z]+)?  ", options.partition("\nCommands:\n")[2], re.MULTILINE))
    options = commands | set(re.findall(r"(?<![\w-])(--[a-z-]+)", options))
    keys = set(re.findall(r"^  ([a-z_]+)", sections, re.MULTILINE))
    for word in sorted(options | keys):
        if word not in page:
            failures.append(f"{name}: the manual page says nothing about {word}")
    if keys:
        shipped = set(re.findall(r"^;?([a-z_]+) =", read(f"{folder}/etc/proconnect/proconnectd.ini"), re.MULTILINE))
        # A demonstration is not what a package is installed for.
        missing = keys - shipped - {"enabled", "clock_offset", "registers_every"}
        failures.extend(f"proconnectd.ini: nothing about {key}" for key in sorted(missing))
        failures.extend(f"proconnectd.ini: {key} is no key" for key in sorted(shipped - keys))


def look_at(package, name, folder):
    run("dpkg-deb", "-x", package, folder)
    look_at_words(name, folder)
    for path in EXPECTED[name]:
        if not os.path.exists(os.path.join(folder, path)):
            failures.append(f"{name}: {path} is missing")
    for page in glob.glob(folder + "/usr/share/man/man*/*.gz"):
        if run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page) == "":
            failures.append(f"{page} is empty")
    for entry in glob.glob(folder + "/usr/share/applications/*.desktop"):
        run("desktop-file-validate", entry)
    for metainfo in glob.glob(folder + "/usr/share/metainfo/*.xml"):
        run("appstreamcli", "validate", "--no-net", metainfo)


packages = sorted(glob.glob(sys.argv[1] + "/*.deb"))
names = {package: run("dpkg-deb", "-f", package, "Package").strip() for package in packages}
if sorted(names.values()) != sorted(EXPECTED):
    failures.append(f"expected the packages {sorted(EXPECTED)}, found {sorted(names.values())}")
for package, name in names.items():
    with tempfile.TemporaryDirectory() as folder:
        look_at(package, name, folder)
run("lintian", "--allow-root", "--fail-on", "error,warning", *packages)
print("\n".join(failures) or f"{len(packages)} packages looked at")
sys.exit(1 if failures else 0)
