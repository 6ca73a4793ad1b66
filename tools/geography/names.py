# SPDX-License-Identifier: MIT
"""Names as the program folds them: upper case A-Z and digits, one space between words."""
import unicodedata

LETTERS = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "’": " "}


def folded(name):
    spelt = "".join(LETTERS.get(letter, letter) for letter in name)
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() and c.isascii() else " " for c in plain).upper().split())
