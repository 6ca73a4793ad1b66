# SPDX-License-Identifier: MIT
"""main_path.py fr|en: the eight steps with the three real programs, and what must be true between them."""
import os
import shutil
import sys
import tempfile

SOURCE = os.environ["PROCONNECT_SOURCE"]
sys.path[:0] = [os.path.join(SOURCE, "tools"), os.path.join(SOURCE, "tests", "end_to_end")]

import leftovers  # noqa: E402
from demonstration.programs import Programs  # noqa: E402
from demonstration.virtual_session import VirtualSession  # noqa: E402
from demonstration.world import World  # noqa: E402


class Looks:
    """What is looked at at each moment of the walk."""

    def __init__(self, session, logs):
        self._session = session
        self._logs = logs
        self._secrets = set()

    def __call__(self, moment, walk):
        print(f"  looking: {moment}", flush=True)
        getattr(self, moment.replace("-", "_"))(walk)

    def signed_in(self, walk):
        self._secrets |= leftovers.kept_secrets(self._session.environment)
        assert self._secrets, "nothing is in the key store after signing in"
        known = {name for name, _ in leftovers.secrets_of(self._secrets)}
        assert known.issuperset(leftovers.OPENING), f"of the key store's secrets, only {sorted(known)} were understood"
        assert "Sandboxing disabled" not in walk.desktop.output(), "the web engine ran without its sandbox"

    def before_quit(self, walk):
        self._secrets |= leftovers.kept_secrets(self._session.environment)
        self._search(walk)

    def quit(self, walk):
        self._search(walk)

    def signed_out(self, walk):
        left = leftovers.kept_secrets(self._session.environment)
        assert not left, f"{len(left)} values are still in the key store after signing out"
        self._search(walk)

    def _search(self, walk):
        """The desktop's files: its home, and what it and the service said."""
        words = leftovers.personal(walk.world.data)
        places = [os.path.join(self._logs, name + ".log") for name in ("proconnect", "proconnectd")]
        places += [self._session.home, os.path.join(walk.world.folder, "desktop")]
        found = leftovers.search(places, words, leftovers.secrets_of(self._secrets))
        # The service keeps people's names, signed decisions and its own keys, as it must; but none of these values. It
        # knows the owner's pseudonym and the device's public key, and a fingerprint of the refresh token.
        opening = leftovers.secrets_of(self._secrets, leftovers.OPENING)
        found += leftovers.search([os.path.join(walk.world.folder, "service")], (), opening, shapes=())
        assert not found, "readable on the disk:\n" + "\n".join(found)


def main():
    work = tempfile.mkdtemp(prefix="main-path.")
    output = os.environ.get("PROCONNECT_PICTURES") or os.path.join(work, "pictures")
    os.makedirs(output, exist_ok=True)
    logs = os.path.join(work, "logs")
    programs = Programs(logs)
    try:
        session = VirtualSession(os.path.join(work, "home"), programs).start()
        session.adopt()
        from demonstration.walk import Walk

        world = World(programs, os.environ["PROCONNECT_BINARIES"], os.path.join(work, "data"), session.environment)
        return Walk(world, session, session.environment, sys.argv[1], output, Looks(session, logs)).run()
    finally:
        programs.stop_all()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
