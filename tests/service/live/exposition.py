# SPDX-License-Identifier: MIT
"""Prometheus's text format 0.0.4, read strictly: what a collector would refuse or misread is an error."""
import re

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"'
SAMPLE = re.compile(rf"({NAME})(?:\{{((?:{LABEL})(?:,{LABEL})*)\}})? (-?[0-9.e+-]+|\+Inf|-Inf|Nan)")
ENDINGS = {"histogram": ("_bucket", "_sum", "_count"), "counter": ("",), "gauge": ("",)}


def read(text):
    """{family: {(sample, labels): value}}; labels as a sorted tuple of pairs."""
    assert text.endswith("\n"), "the last line is not ended"
    families, helped, typed, current = {}, set(), {}, None
    for line in text.splitlines():
        comment = re.fullmatch(rf"# (HELP|TYPE) ({NAME}) (.+)", line)
        if comment:
            kind, current, rest = comment.groups()
            if kind == "HELP":
                assert current not in helped, f"two texts: {line}"
                helped.add(current)
            else:
                assert current not in typed and rest in ENDINGS, line
                typed[current] = rest
                families[current] = {}
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, f"no line of the format: {line!r}"
        name, labels, value = sample.groups()
        assert current in typed and current in helped, f"before its type: {line}"
        assert name in [current + ending for ending in ENDINGS[typed[current]]], f"out of its family: {line}"
        key = name, tuple(sorted(re.findall(r'(\w+)="((?:[^"\\]|\\.)*)"', labels or "")))
        assert key not in families[current], f"twice: {line}"
        families[current][key] = float(value)
    for family, kind in typed.items():
        assert kind != "counter" or family.endswith("_total"), f"{family}: a counter's name ends in _total"
        if kind == "histogram":
            check_histogram(family, families[family])
    return families


def check_histogram(family, samples):
    """Buckets only grow, the last of them holds everything."""
    buckets = {}
    for (name, labels), value in samples.items():
        if name == family + "_bucket":
            bound = next(float(text) for label, text in labels if label == "le")
            others = tuple(pair for pair in labels if pair[0] != "le")
            buckets.setdefault(others, []).append((bound, value))
    for labels, series in buckets.items():
        series.sort()
        counts = [count for _, count in series]
        assert counts == sorted(counts) and series[-1][0] == float("inf"), f"{family}{labels}"
        assert counts[-1] == samples[family + "_count", labels], f"{family}{labels}"


def value(families, family, **labels):
    """Sum over the series that have all these labels; 0 when there is none."""
    wanted = set(labels.items())
    name = next((family.removesuffix(end) for end in ("_count", "_sum")
                 if family.removesuffix(end) in families and end and family.endswith(end)), family)
    return sum(v for (sample, found), v in families.get(name, {}).items() if sample == family and wanted <= set(found))
