# SPDX-License-Identifier: MIT
"""The history of commune codes as a graph: from a code to the code that its territory bears later or belongs to."""
import collections

from names import folded

EDITION = "COG 2026; history 1943-2019 dated, 2019-2026 undated"

# A commune that becomes itself again ends what the merger said.
ENDED_BY = {"dé-fusion", "rétablissement", "dé-fusion + fusion-association"}


def compact(date):
    return (date or "").replace("-", "")


class Graph:
    def __init__(self):
        self.names = collections.defaultdict(list)
        self.postal = collections.defaultdict(list)
        self.edges = collections.defaultdict(dict)  # from -> {to: (since, until)}

    def name(self, code, name):
        text = folded(name)
        if text and text not in self.names[code]:
            self.names[code].append(text)

    def link(self, code, later, since="", until=""):
        if code == later:
            return
        known = self.edges[code].get(later)
        if known is not None:
            # The same link twice: what holds longest counts.
            since = min(since, known[0]) if since and known[0] else since or known[0]
            until = "" if not until or not known[1] else max(until, known[1])
        self.edges[code][later] = (since, until)

    def reaches(self, code, later):
        seen, waiting = {code}, [code]
        while waiting:
            for following in self.edges.get(waiting.pop(), {}):
                if following == later:
                    return True
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
        return False


def undone(record, records):
    """The day when a commune that belonged to another became itself again. Each rearrangement of the other one closes a
    record and opens the next: what ends the last of them ends what the first says."""
    while record.get("raisonFin") not in ENDED_BY:
        following = records.get(record.get("successeur"), {})
        if following.get("code") != record["code"] or "pole" not in following:
            return None
        record = following
    return record["dateFin"]


def read_history(graph, history):
    records = {record["id"]: record for record in history}
    for record in history:
        graph.name(record["code"], record["nom"])
        for member, since in (("successeur", record.get("dateFin")), ("pole", record.get("dateDebut"))):
            if record.get(member) in records:
                until = undone(record, records) if member == "pole" else None
                graph.link(record["code"], records[record[member]]["code"], compact(since), compact(until))


def read_present(graph, communes):
    for commune in communes:
        code = commune["code"]
        graph.name(code, commune["nom"])
        if commune["type"] in ("commune-actuelle", "arrondissement-municipal"):
            graph.postal[code] = commune.get("codesPostaux", [])
        whole = commune.get("chefLieu") or commune.get("commune")
        if whole and not graph.reaches(code, whole):
            graph.link(code, whole)
        for old in commune.get("anciensCodes", []):
            if not graph.reaches(old, code):
                graph.link(old, code)


def read_facts(graph, facts, standing):
    """Lines "OLD NEW [until YYYY-MM-DD]", or "FIRST-LAST NEW" for a range of overflow codes."""
    for old, new, *rest in facts:
        if {old, new} <= standing and not rest:
            raise ValueError(f"{old} and {new} both stand today: one cannot have become the other for good")
        until = compact(rest[1]) if rest else ""
        first, _, last = old.partition("-")
        for number in range(int(last or first) - int(first) + 1) if last else [None]:
            graph.link(first if number is None else f"{int(first) + number:05d}", new, "", until)


def table(history, communes, facts):
    graph = Graph()
    read_history(graph, history)
    read_present(graph, communes)
    territories = [row for row in facts if row[1].startswith("99")]
    standing = {commune["code"] for commune in communes if commune["type"] == "commune-actuelle"}
    read_facts(graph, [row for row in facts if not row[1].startswith("99")], standing)
    lines = [f"# {EDITION}"]
    for code in sorted({*graph.names, *graph.edges}):
        edges = ",".join(f"{to}:{since}:{until}" for to, (since, until) in sorted(graph.edges.get(code, {}).items()))
        lines.append("\t".join([code, "|".join(graph.names.get(code, [])), edges, ",".join(graph.postal.get(code, []))]))
    lines += sorted(f"{code}\t!{country}\t{compact(until)}\t" for code, country, _, until in territories)
    return "\n".join([lines[0], *sorted(lines[1:])]) + "\n"
