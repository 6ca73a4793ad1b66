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


def shown_names(french, english, states, own):
    """What people read for a state: COG code, French and English name. `own` goes before the package."""
    names = {cog: [words.replace("_", " ") for words in both] for cog, *both in own}
    for cog, codes, *_ in states:
        known = [code for code in codes.split(",") if len(code) == 2 and code in french]
        if cog not in names and known:
            code = "FR" if "FR" in known else known[0]
            assert len(known) == 1 or code == "FR", f"{cog}: which of {known}?"
            names[cog] = [names_of(table[code])[0].replace("'", "’") for table in (french, english)]
    return "".join("\t".join([cog, *both]) + "\n" for cog, both in sorted(names.items()))
