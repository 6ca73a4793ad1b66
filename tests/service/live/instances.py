# SPDX-License-Identifier: MIT
"""Two instances on one PostgreSQL: one after the other is killed under load, and nobody gets more than a call to repeat."""
import collections
import contextlib
import os
import shutil
import sys
import tempfile
import time

import crashes
import live
from demonstration.world import free_ports

KILLS = 10


class Instance(crashes.Service):
    """One of several that answer under the same public address."""

    def __init__(self, world, settings, port):
        self.address = f"http://127.0.0.1:{port}"
        more = {"PROCONNECT_HTTP_LISTEN": f"127.0.0.1:{port}", "PROCONNECT_HTTP_PUBLIC_URL": world.service}
        super().__init__(world, {**settings, **more}, self.address)


class Database:
    """That of the tests' own server, looked into beside the service."""

    def __init__(self):
        self.url = os.environ["PROCONNECT_DATABASE_URL"]

    rows = crashes.Postgresql.rows


def killed_in_turn(instances, directors):
    """Decisions go on while one is gone; the slowest, in seconds, to go on."""
    slowest = 0.0

    def taken():
        for director in directors:
            if director.trouble:
                raise director.trouble
        return [len(director.taken) for director in directors]

    for number in range(KILLS):
        victim = instances[number % len(instances)]
        before = taken()
        victim.kill()
        killed = time.monotonic()

        def everybody_goes_on():
            """each director has taken a decision that began after the kill"""
            return all(now > then + 1 for now, then in zip(taken(), before))

        live.eventually(everybody_goes_on, crashes.PATIENCE)
        slowest = max(slowest, time.monotonic() - killed)
        victim.start()
    return slowest


def main():
    with contextlib.ExitStack() as stack:
        folder = tempfile.mkdtemp(prefix="proconnect-instances.")
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        portal = crashes.DurablePortal(folder)
        portal.start()
        stack.callback(portal.kill)
        live.use_postgresql()
        world, _ = stack.enter_context(live.sandbox_only())
        settings = crashes.settings_for(portal)
        first = Instance(world, settings, world.service.rsplit(":", 1)[1])
        second = Instance(world, settings, free_ports(1)[0])
        for instance in (first, second):
            instance.start()
        addresses = [first.address, second.address]
        directors = [crashes.Director(world, person, siren, number, addresses) for number, (person, siren) in enumerate(
            (("D2", live.FABRE), ("D1", live.MARCHAND), ("D2", live.FABRE), ("D1", live.MARCHAND)))]
        check = crashes.Crashes(world, Database(), [], directors, None)
        for director in directors:
            director.start()
        slowest = killed_in_turn([first, second], directors)
        taken = check.end()
        check.nothing_lost()
        again = check.seen_once(portal.journal)
        check.chain_whole({**os.environ, **settings})
        repeated = sum((director.repeated for director in directors), collections.Counter())
        # A call that found its instance gone; or a decision that others of the same company disturbed ten times, which the
        # application repeats by itself. No other trouble.
        retries = {"URLError", "RemoteDisconnected", "ConnectionResetError", "BrokenPipeError", "503 service-unavailable"}
        unexpected = set(repeated) - retries
        assert not unexpected, repeated
        assert sum(repeated.values()) > 0, "no kill met a call"
        print(f"{KILLS} kills of two instances: everybody went on within {slowest:.1f} s; {taken} decisions, none lost, "
              f"each seen once ({again} came again); calls repeated: {dict(repeated)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
