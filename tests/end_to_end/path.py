# SPDX-License-Identifier: MIT
"""path.py fr|en STEPS: the three real programs on the way that a module of this folder describes."""
import importlib
import os
import shutil
import sys
import tempfile

SOURCE = os.environ["PROCONNECT_SOURCE"]
sys.path[:0] = [os.path.join(SOURCE, "tools"), os.path.join(SOURCE, "tests", "end_to_end")]

from demonstration.programs import Programs  # noqa: E402
from demonstration.virtual_session import VirtualSession  # noqa: E402
from demonstration.world import World  # noqa: E402


def main():
    work = tempfile.mkdtemp(prefix="path.")
    output = os.environ.get("PROCONNECT_PICTURES") or os.path.join(work, "pictures")
    os.makedirs(output, exist_ok=True)
    programs = Programs(os.path.join(work, "logs"))
    try:
        session = VirtualSession(os.path.join(work, "home"), programs).start()
        session.adopt()
        # They take the display's and the accessibility bus's names from the environment when they are loaded.
        from demonstration.walk import Walk

        way = importlib.import_module(sys.argv[2])
        world = World(programs, os.environ["PROCONNECT_BINARIES"], os.path.join(work, "data"), session.environment,
                      plus=getattr(way, "PLUS", False), files=getattr(way, "FILES", False))
        return Walk(world, session, session.environment, sys.argv[1], output, way=way.STEPS).run()
    finally:
        programs.stop_all()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
