# SPDX-License-Identifier: MIT
"""The words on the screen, by their keys, from the table that the application itself is made from."""
import csv
import os
import re

TABLE = os.path.join(os.path.dirname(__file__), "..", "..", "translations", "strings.csv")


class Words:
    def __init__(self, language="fr", table=TABLE):
        with open(table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        self._texts = {row["key"]: row[language] for row in rows}
        self._singular = {row["key"]: row.get(language + "_one") for row in rows}

    def text(self, key):
        return self._texts[key]

    def pattern(self, key, *values):
        """What the text looks like on the screen: values in their places, anything where none is given."""
        forms = [form for form in (self._texts[key], self._singular[key]) if form]
        return re.compile("^(?:" + "|".join(self._filled(form, values) for form in forms) + ")$", re.DOTALL)

    @staticmethod
    def _filled(form, values):
        parts = re.split(r"%L?(\d|n)", form.replace("&", ""))
        pattern = ""
        for index, part in enumerate(parts):
            if index % 2 == 0:
                # Before a vowel, the screen elides.
                stem = re.sub(r"(\b[Dd])e $", r"\1", part) if index + 1 < len(parts) else part
                pattern += re.escape(stem) + ("(?:e |’)" if stem != part else "")
            elif part != "n" and int(part) <= len(values):
                pattern += re.escape(str(values[int(part) - 1]))
            else:
                pattern += ".*?"
        return pattern
