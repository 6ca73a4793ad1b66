# SPDX-License-Identifier: MIT
"""Looks through every file that the programs wrote for what must not be readable there."""
import base64
import os
import re
import subprocess

# A compact JWS or JWE, whatever it holds.
TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}")
PRIVATE_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\"d\"\s*:\s*\"[A-Za-z0-9_-]{40,}\"")


def personal(data):
    """Names and addresses of the demonstration's people: what would tell a reader of the disk who they are."""
    words = set()
    for person in data["personnes"]:
        words |= {person["mel"], person["nom"], f"{person['prenom']} {person['nom']}"}
    words |= {company["denomination"] for company in data["entreprises"]}
    return {word for word in words if word and len(word) >= 5}


def kept_secrets(environment):
    """What the key store holds for the application: the very values that no file may show."""
    command = ["secret-tool", "search", "--all", "xdg:schema", "org.qt.keychain"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    found = set()
    for value in re.findall(rb"^secret = (.+)$", done.stdout, re.MULTILINE):
        found.add(value)
        try:
            # QtKeychain writes bytes as base64.
            found.add(base64.b64decode(value, validate=True))
        except ValueError:
            continue
    return {secret for secret in found if len(secret) >= 8}


def files_in(places):
    for folder in places:
        if os.path.isfile(folder):
            yield folder
        for parent, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(parent, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    yield path


def encodings(word):
    yield word.encode()
    yield word.encode("utf-16-le")


def search(places, words, secrets, shapes=((TOKEN, "a token"), (PRIVATE_KEY, "a private key"))):
    """One finding a line; `places`: files and folders, `words`: texts, `secrets`: bytes, `shapes`: what looks like one."""
    wanted = [(word, form.lower()) for word in words for form in encodings(word)]
    findings, looked_at = [], 0
    for path in files_in(places):
        with open(path, "rb") as file:
            content = file.read()
        looked_at += 1
        lowered = content.lower()
        findings += [f"{path}: “{word}”" for word, form in wanted if form in lowered]
        findings += [f"{path}: a value of the key store" for secret in secrets if secret in content]
        for pattern, what in shapes:
            if pattern.search(content):
                findings.append(f"{path}: {what}")
    if not looked_at:
        findings.append("no file was found: nothing was searched")
    return findings
