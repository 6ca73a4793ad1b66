# SPDX-License-Identifier: MIT
"""Starts the sandbox and the service for one test, and ends them whatever happens."""
import contextlib
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE = os.environ["PROCONNECT_SOURCE"]
sys.path[:0] = [os.path.join(SOURCE, "tools"), os.path.dirname(__file__)]

from demonstration.programs import Programs  # noqa: E402
from demonstration.world import World  # noqa: E402

FABRE = "000058263"  # of Claire Fabre, identity D2
MARCHAND = "000041376"  # of Élodie Marchand, identity D1


def use_postgresql():
    """When the tests have a server (tests/service/postgresql): a database of its own there instead of SQLite."""
    server = os.environ.get("PROCONNECT_TEST_POSTGRESQL")
    if server:
        name = "live_" + secrets.token_hex(8)
        subprocess.run(["psql", server + "/postgres", "-qc", f"CREATE DATABASE {name}"], check=True)
        # The environment goes before the configuration file.
        os.environ["PROCONNECT_DATABASE_URL"] = f"{server}/{name}"


def print_ends(logs):
    """What each program said last, for whoever reads why a test failed."""
    for name in sorted(os.listdir(logs)):
        with open(os.path.join(logs, name), encoding="utf-8", errors="replace") as file:
            print(f"--- {name}", *file.read().splitlines()[-25:], sep="\n", file=sys.stderr)


def peer(name, installed):
    """The path of a server of other people (tests/service/peers), once it is sure that it is installed."""
    folder = os.path.join(SOURCE, "tests", "service", "peers")
    if not os.path.isdir(os.path.join(folder, "node_modules", installed)):
        raise AssertionError(f"{installed} is not installed: run tools/install-peers.sh")
    return os.path.join(folder, name)


@contextlib.contextmanager
def sandbox_only(plus=False, service=None, files=False):
    """The world without the service, and what starts programs in it. `service`: its address, when a proxy stands before it;
    `files`: as of World."""
    folder = tempfile.mkdtemp(prefix="proconnect-live.")
    programs = Programs(os.path.join(folder, "logs"))
    try:
        world = World(programs, os.environ["PROCONNECT_BINARIES"], os.path.join(folder, "data"), dict(os.environ), plus=plus,
                      files=files)
        world.service = service or world.service
        world.sandbox = world.start_sandbox()
        yield world, programs
    except Exception:
        print_ends(os.path.join(folder, "logs"))
        raise
    finally:
        programs.stop_all()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def running(others=None, plus=False, files=False):
    """The world, and the service in it. `others`: starts more programs, and gives the service's settings for them;
    `plus`: acts of high effect need FranceConnect+; `files`: as of World."""
    use_postgresql()
    with sandbox_only(plus, files=files) as (world, programs):
        yield world, world.start_service(others(programs) if others else None)


def days_later(world, service, days):
    """The same world, so much later; the service that runs then."""
    for program in (service, world.sandbox):
        program.stop()
    world.offset += days * 24 * 3600
    world.sandbox = world.start_sandbox()
    return world.start_service()


def audit(world, environment=None):
    """What the service's own check of the evidence says."""
    command = [world.program("proconnectd"), "audit", "verify", "--config", world.write_configuration()]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def evidence_whole(world, environment=None):
    """Fails unless no link of any company's chain is missing or changed; what the check said."""
    result = audit(world, environment)
    assert result.returncode == 0 and " 0 faults" in result.stdout, result.stdout + result.stderr
    return result.stdout


def eventually(look, seconds=20):
    """The first result of `look` that is true."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"still not so after {seconds} s: {look.__doc__ or look.__name__}")
        time.sleep(0.02)
