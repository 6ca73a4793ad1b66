# SPDX-License-Identifier: MIT
"""A PostgreSQL server as one runs it for service: every commit is on disk before it is told."""
import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import tempfile

import server
from callers import family

DATABASE = "proconnect"
SETTINGS = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "512MB",
            "logging_collector": "on", "log_destination": "csvlog", "log_filename": "log"}


class PostgreSql:
    """A server that runs; `log` is the folder where it writes the statements that it is told to log."""

    def __init__(self, process, address, log):
        self._process, self.address, self.log = process, address, log

    def processes(self):
        return family(self._process.pid)

    def url(self, database=DATABASE):
        return f"{self.address}/{database}"

    def log_statements(self, wanted):
        self.query(f"ALTER SYSTEM SET log_statement = '{'all' if wanted else 'none'}'")
        self.query("SELECT pg_reload_conf()")

    def query(self, text, database="postgres"):
        command = ["psql", self.url(database), "-qAtc", text]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


@contextlib.contextmanager
def postgresql():
    """A server with an empty database named DATABASE, gone afterwards."""
    folder = tempfile.mkdtemp(prefix="proconnect-load-postgresql.")
    password = secrets.token_hex(16)
    data = server.make_cluster(folder, password)
    port = server.free_port()
    running = server.start_server(folder, data, port, **SETTINGS)
    try:
        server.wait_until_ready(running, port)
        address = f"postgresql://{server.USER}:{password}@127.0.0.1:{port}"
        found = PostgreSql(running, address, os.path.join(data, "log"))
        found.query(f"CREATE DATABASE {DATABASE}")
        yield found
    finally:
        running.send_signal(signal.SIGQUIT)
        running.wait()
        shutil.rmtree(folder, ignore_errors=True)
