#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Turn strings.csv into one Qt translation file per language, keyed by message id.

usage: generate_ts.py strings.csv LANGUAGE output.ts

Columns: key;screen;fr;en[;fr_one;en_one]. A key whose text holds %n must have a singular in both languages.
"""
import csv
import re
import sys
from xml.sax.saxutils import escape

LANGUAGES = ("fr", "en")
PLACE = re.compile(r"%(\d|n)")


def fail(message):
    sys.exit(f"strings.csv: {message}")


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    seen = set()
    for row in rows:
        key = row["key"]
        if key in seen:
            fail(f"{key} is there twice")
        seen.add(key)
        for language in LANGUAGES:
            if not row[language]:
                fail(f"{key} has no text in {language}")
            if "%n" in row[language] and not row.get(f"{language}_one"):
                fail(f"{key} has %n but no singular in {language}")
        if set(PLACE.findall(row["fr"])) != set(PLACE.findall(row["en"])):
            fail(f"{key} has other placeholders in English than in French")
    return rows


def message(row, language):
    text = escape(row[language])
    singular = row.get(f"{language}_one")
    numerus = ' numerus="yes"' if singular else ""
    if singular:
        forms = f"<numerusform>{escape(singular)}</numerusform><numerusform>{text}</numerusform>"
    else:
        forms = text
    return (f'    <message id="{escape(row["key"])}"{numerus}>\n        <source>{escape(row["fr"])}</source>\n'
            f"        <translation>{forms}</translation>\n    </message>\n")


def main():
    source, language, target = sys.argv[1:]
    with open(target, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n')
        file.write(f'<TS version="2.1" language="{language}" sourcelanguage="fr">\n<context>\n    <name></name>\n')
        file.writelines(message(row, language) for row in read(source))
        file.write("</context>\n</TS>\n")


main()
