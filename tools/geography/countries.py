# SPDX-License-Identifier: MIT
"""States of the Code officiel géographique against ISO 3166, their French names, and how they came and went."""
from names import folded

EDITION = "COG 2026, ISO 3166-1 and 3166-3"


def names_of(written):
    return [written] if isinstance(written, str) else written


def table(french, states, changes):
    """`states`: COG, ISO codes separated by commas or "-", then further names; `changes`: former, sign, present."""
    lines = [f"# {EDITION}"]
    seen = {}
    for cog, codes, *names in states:
        iso = [] if codes == "-" else codes.split(",")
        known = [folded(name) for code in iso if code in french for name in names_of(french[code])]
        known += [folded(name.replace("_", " ")) for name in names]
        for name in known:
            assert seen.setdefault(name, cog) == cog, f"{name}: {seen[name]} and {cog}"
        lines.append("\t".join([cog, ",".join(iso), "|".join(dict.fromkeys(known))]))
    for former, sign, present in changes:
        assert sign in "=>", f"{former} {sign} {present}"
        lines.append(f"{former}\t{sign}{present}\t")
    return "\n".join([lines[0], *sorted(lines[1:])]) + "\n"
