# SPDX-License-Identifier: MIT
"""A PostgreSQL database of a million companies with five accounts each: rows, bytes, and how long the service's questions take."""
import glob
import os
import shutil
import subprocess
import tempfile
import time

import server
from demonstration.programs import Programs
from demonstration.world import World
from postgresql import DATABASE, PostgreSql
import queries

HERE = os.path.dirname(os.path.abspath(__file__))
ACCOUNTS_OF_A_COMPANY = 5
SETTINGS = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "1GB", "max_wal_size": "8GB", "work_mem": "64MB"}
SECONDS, CLIENTS = 10, 4


def figure(name, value, unit):
    return {"name": "scale." + name, "value": round(value, 3), "unit": unit, "reference": None, "ratio": None}, None


def migrated(binaries, folder, url):
    """The service makes its own schema."""
    programs = Programs(os.path.join(folder, "logs"))
    try:
        world = World(programs, binaries, os.path.join(folder, "data"), {**os.environ, "PROCONNECT_DATABASE_URL": url})
        world.start_service()
    finally:
        programs.stop_all()


def sizes(database):
    """Rows, bytes of rows and bytes of indexes of each table that grows with the companies."""
    statement = """SELECT c.relname, c.reltuples::bigint, pg_table_size(c.oid), pg_indexes_size(c.oid) FROM pg_class c
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.reltuples > 1000 ORDER BY 3 DESC"""
    for row in database.query(statement, DATABASE).splitlines():
        name, rows, table, indexes = row.split("|")
        rows, table, indexes = int(rows), int(table), int(indexes)
        yield figure(f"{name}.rows", rows, "rows")
        yield figure(f"{name}.row", table / rows, "bytes")
        yield figure(f"{name}.indexes", indexes / rows, "bytes a row")
    yield figure("whole", int(database.query(f"SELECT pg_database_size('{DATABASE}')")) / 1e9, "GB")


def driven(database, folder, name, script, companies):
    """Median and 99th percentile of a script for companies chosen by chance, in milliseconds."""
    path = os.path.join(folder, "script.sql")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"\\set n random(1, {companies})\n{script}\n")
    for log in glob.glob(os.path.join(folder, "pgbench_log.*")):
        os.remove(log)
    done = subprocess.run(
        [server.tool("pgbench"), "-n", "-M", "simple", "-f", path, "-c", str(CLIENTS), "-j", "2", "-T", str(SECONDS), "-l",
         "--max-tries", "10", database.url()], cwd=folder, check=True, capture_output=True, text=True)
    took = []
    for log in glob.glob(os.path.join(folder, "pgbench_log.*")):
        with open(log, encoding="ascii") as file:
            took += [int(line.split()[2]) / 1000 for line in file if line.split()[2].isdigit()]
    took.sort()
    assert took, done.stdout + done.stderr
    yield figure(f"{name}.median", took[len(took) // 2], "ms")
    yield figure(f"{name}.p99", took[int(len(took) * 0.99)], "ms")
    yield figure(f"{name}.per_second", len(took) / SECONDS, "1/s")


def whole(database):
    for name, statement in queries.WHOLE.items():
        started = time.monotonic()
        database.query(f"COPY ({statement}) TO '/dev/null'" if "DISTINCT siren FROM" in statement else statement, DATABASE)
        yield figure(f"whole.{name}", (time.monotonic() - started) * 1000, "ms")


def scale(binaries, options):
    companies = options.accounts // ACCOUNTS_OF_A_COMPANY
    folder, password = tempfile.mkdtemp(prefix="proconnect-scale."), "scale"
    os.chmod(folder, 0o755)
    data, port = server.make_cluster(folder, password), server.free_port()
    running = server.start_server(folder, data, port, **SETTINGS)
    try:
        server.wait_until_ready(running, port)
        database = PostgreSql(f"postgresql://{server.USER}:{password}@127.0.0.1:{port}", "")
        database.query(f"CREATE DATABASE {DATABASE}")
        os.makedirs(os.path.join(folder, "work"))
        migrated(binaries, os.path.join(folder, "work"), database.url())
        started = time.monotonic()
        subprocess.run(["psql", database.url(), "-q", "-v", "ON_ERROR_STOP=1", "-v", f"companies={companies}", "-f",
                        os.path.join(HERE, "fill.sql")], check=True)
        database.query("VACUUM ANALYZE", DATABASE)
        database.query("CHECKPOINT", DATABASE)
        yield figure("filled", time.monotonic() - started, "s")
        yield from sizes(database)
        work = os.path.join(folder, "work")
        for name, script in {**queries.READS, "snapshot": queries.SNAPSHOT, "claim": queries.CLAIM,
                             "decision": queries.DECISION}.items():
            yield from driven(database, work, name, script, companies)
        yield from whole(database)
    finally:
        running.terminate()
        running.wait()
        shutil.rmtree(folder, ignore_errors=True)
