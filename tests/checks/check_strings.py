# SPDX-License-Identifier: MIT
"""Every text that people see is in translations/strings.csv, in French and in English, well typed."""
import csv
import io
import re

import tree

TABLE = "translations/strings.csv"
PLACEHOLDER = re.compile(r"%(?:L?\d|n)")
KEY_USED = re.compile(r'qtTrId\(\s*(?:QT_TRID_NOOP\()?\s*"([^"]+)"')
KEY_NAMED = re.compile(r'QT_TRID_NOOP\(\s*"([^"]+)"')
FAILURE_KEY = re.compile(r'FailureInfo\{FailureCode::\w+, "[^"]+", "([^"]+)"')
LITERAL = r'(?:QStringLiteral\(\s*|QLatin1String\(\s*|QLatin1StringView\(\s*|tr\(\s*)?u?"((?:[^"\\]|\\.)*)"'
SHOWN = re.compile(
    r"\b(?:setText|setWindowTitle|setToolTip|setPlaceholderText|setAccessibleName|setAccessibleDescription|"
    r"setStatusTip|setTitle|setInformativeText|setLabelText|addTab|setTabText|setItemText|showMessage|"
    r"QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QAction)\s*[({]\s*" + LITERAL
)
TR = re.compile(r'(?<![\w.])tr\(\s*"')
# French: no plain space before high punctuation, curly apostrophes, no plain hyphen where a line may break.
FRENCH = [
    (re.compile(r" [;:!?»]"), "a plain space before high punctuation: use a no-break space"),
    (re.compile("« "), "a plain space after «: use a no-break space"),
    (re.compile(r"\w'\w"), "a straight apostrophe"),
    (re.compile(r"\be-mail"), "e-mail with a plain hyphen: use U+2011"),
]

findings = []
rows = list(csv.DictReader(io.StringIO(tree.read(TABLE)), delimiter=";"))
known = {}
for number, row in enumerate(rows, start=2):
    key = row["key"]
    if key in known:
        findings.append(f"{TABLE}:{number}: {key} stands twice")
    known[key] = row
    for language in ("fr", "en"):
        if not (row[language] or "").strip():
            findings.append(f"{TABLE}:{number}: {key} has no text in {language}")
    for problem, words in FRENCH:
        if problem.search(row["fr"] or ""):
            findings.append(f"{TABLE}:{number}: {key}: {words}")
    places = [set(PLACEHOLDER.findall(row[language] or "")) for language in ("fr", "en")]
    if places[0] != places[1]:
        findings.append(f"{TABLE}:{number}: {key}: other placeholders in fr than in en")

for match in FAILURE_KEY.finditer(tree.read("core/result/FailureCode.cpp")):
    if match[1] not in known:
        findings.append(f"core/result/FailureCode.cpp: {match[1]} is not in {TABLE}")

paths = [path for path in tree.sources() if path.split("/")[0] in ("ui", "app", "core")]
for path in paths:
    text = tree.read(path)
    for pattern in (KEY_USED, KEY_NAMED):
        for match in pattern.finditer(text):
            if match[1] not in known:
                findings.append(f"{path}:{tree.line_of(text, match.start())}: {match[1]} is not in {TABLE}")
    for match in SHOWN.finditer(text):
        if re.search(r"[^\W\d_]{2}", match[1]):
            findings.append(f"{path}:{tree.line_of(text, match.start())}: “{match[1]}” is not translated")
    for match in TR.finditer(text):
        findings.append(f"{path}:{tree.line_of(text, match.start())}: tr(): texts are found by key with qtTrId()")
tree.finish(findings, len(rows) + len(paths))
