# SPDX-License-Identifier: MIT
"""The SQL of one kind of call as the service sent it, made into a script that pgbench runs with other values each time.

PostgreSQL logs what the service sends while calls are made one after the other. What one call sent is what stands
between two of its last commits. Literals that differ between calls become columns of a table, one row a call.
"""
import collections
import csv
import os
import re
import subprocess

# Columns of the server's CSV log.
SESSION, MESSAGE, DETAIL = 5, 13, 14
PREPARED = re.compile(r"EXECUTE \w+ ?\((.*)\)", re.S)
LITERAL = re.compile(r"'(?:[^']|'')*'|(?<![\w.$])-?\d+(?:\.\d+)?(?![\w.])")
TABLE = "replayed"


def plain(statement, detail):
    """What was prepared before, with its values in their places."""
    values = PREPARED.fullmatch(statement)
    if not values:
        return statement
    literals = LITERAL.findall(values.group(1))
    text = re.search(r"prepare: PREPARE \w+ AS (.*)", detail, re.S).group(1).rstrip("; \n")
    return re.sub(r"\$(\d+)", lambda place: literals[int(place.group(1)) - 1], text)


def statements(folder):
    """(session, statement) in the order of the log, without what only makes ready."""
    csv.field_size_limit(1 << 30)
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv"):
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                for row in csv.reader(file):
                    statement = row[MESSAGE].removeprefix("statement: ").rstrip("; \n")
                    logged = row[MESSAGE].startswith("statement: ")
                    if logged and not statement.startswith(("PREPARE ", "DEALLOCATE ")):
                        yield row[SESSION], plain(statement, row[DETAIL])


def units(folder, mark):
    """What each call sent; `mark` is a statement that every such call sends, and nothing else does."""
    logged = list(statements(folder))
    sessions = {session for session, statement in logged if statement.startswith(mark)}
    unit, marked = [], False
    for session, statement in logged:
        if session not in sessions:
            continue
        unit.append(statement)
        marked = marked or statement.startswith(mark)
        if marked and statement.upper() in ("COMMIT", "END"):
            yield unit
            unit, marked = [], False


class Replay:
    """The most frequent shape among `found`, and the literals of the calls that have it."""

    def __init__(self, found):
        shapes = collections.defaultdict(list)
        for unit in found:
            shapes[tuple(LITERAL.sub("?", statement) for statement in unit)].append(
                [literal for statement in unit for literal in LITERAL.findall(statement)]
            )
        if not shapes:
            raise AssertionError("the server logged no such call")
        self.shape, self.rows = max(shapes.items(), key=lambda item: len(item[1]))
        first = self.rows[0]
        self._varying = [i for i in range(len(first)) if any(row[i] != first[i] for row in self.rows)]

    def __len__(self):
        return len(self.rows)

    def script(self):
        """For pgbench: each run takes a row that no other run took."""
        names, first, place = dict(zip(self._varying, range(len(self._varying)))), self.rows[0], 0
        lines = [f"SELECT * FROM {TABLE} WHERE n = (SELECT nextval('{TABLE}_next')) \\gset"]
        for statement in self.shape:
            text = ""
            for part in re.split(r"(\?)", statement):
                if part == "?":
                    part = f":v{names[place]}" if place in names else first[place]
                    place += 1
                text += part
            lines.append(" ".join(text.split("\n")) + ";")
        return "\n".join(lines) + "\n"

    def fill(self, url):
        """Makes the table of literals in the database that is to be driven."""
        columns = "".join(f", v{i} text" for i in range(len(self._varying)))
        script = f"CREATE SEQUENCE {TABLE}_next; CREATE TABLE {TABLE} (n bigint PRIMARY KEY{columns});\n"
        for number, row in enumerate(self.rows, start=1):
            values = "".join(", '" + row[i].replace("'", "''") + "'" for i in self._varying)
            script += f"INSERT INTO {TABLE} VALUES ({number}{values});\n"
        subprocess.run(["psql", url, "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction"], input=script, text=True,
                       check=True)


def drive(url, script, clients, runs):
    """Microseconds a transaction by pgbench; what it could not serialise it tries again with another row."""
    command = ["pgbench", "-n", "-f", script, "-c", str(clients), "-j", "1", "-t", str(runs // clients),
               "--max-tries", "1000", url]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    failed = int(re.search(r"number of failed transactions: (\d+)", done).group(1))
    if failed:
        raise AssertionError(f"pgbench gave up {failed} times:\n{done}")
    return 1e6 / float(re.search(r"tps = ([\d.]+)", done).group(1))
