# SPDX-License-Identifier: MIT
"""Looks through every file that the programs wrote for what must not be readable there."""
import base64
import json
import os
import re
import subprocess

# A compact JWS or JWE, whatever it holds.
TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}")
PRIVATE_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----|\"d\"\s*:\s*\"[A-Za-z0-9_-]{40,}\"")

# What the key store's item holds that opens something (core/session/SessionSecrets.cpp).
OPENING = ("key.d", "copy", "refresh")
SHORTEST = 8


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
    return {secret for secret in found if len(secret) >= SHORTEST}


def strings_of(value, path=""):
    """(path, text) of every string inside a value read from JSON; the path names members, as "key.d"."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (dict, list)):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings_of(inner, f"{path}.{name}".lstrip("."))


def spellings(text):
    """The ways in which a text, or the bytes that it spells in base64url, may stand in a file."""
    forms = {text.encode()}
    if re.fullmatch(r"[A-Za-z0-9_-]+", text) and len(text) % 4 != 1:
        forms.add(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    for form in tuple(forms):
        forms |= {form.hex().encode(), form.hex().upper().encode()}
        for spelt in (base64.b64encode(form), base64.urlsafe_b64encode(form)):
            # Inside a longer text the padding is missing.
            forms.add(spelt.rstrip(b"="))
    return forms | {text.encode("utf-16-le")}


def secrets_of(items, members=None):
    """Name and spelling of each secret in the key store's `items`: each whole item, and every text in it, since a refresh
    token left in a file stands there alone. With `members`, these texts only."""
    found = set()
    for item in items:
        if members is None:
            found.add(("item", item))
        try:
            content = json.loads(item)
        except ValueError:
            continue
        for name, text in strings_of(content):
            # Shorter ones, "EC" and "P-256", are in every file that has a key.
            if len(text) >= SHORTEST and (members is None or name in members):
                found |= {(name, form) for form in spellings(text)}
    return found


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
    """One finding a line; `places`: files and folders, `words`: texts, `secrets`: of secrets_of(), `shapes`: of tokens."""
    wanted = [(word, form.lower()) for word in words for form in encodings(word)]
    findings, looked_at = [], 0
    for path in files_in(places):
        with open(path, "rb") as file:
            content = file.read()
        looked_at += 1
        lowered = content.lower()
        findings += [f"{path}: “{word}”" for word, form in wanted if form in lowered]
        shown = {name for name, secret in secrets if secret in content}
        findings += [f"{path}: “{name}” of the key store" for name in sorted(shown)]
        for pattern, what in shapes:
            if pattern.search(content):
                findings.append(f"{path}: {what}")
    if not looked_at:
        findings.append("no file was found: nothing was searched")
    return findings
