# SPDX-License-Identifier: MIT
"""try_desktop.py ROOT: starts the installed application, sees its sign-in screen, opens an address, closes it.

Runs as an ordinary user that may change root; ROOT shares /tmp with the outside, where display and session bus are.
"""
import os
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(TOP, "tools"))

from demonstration.programs import Programs  # noqa: E402
from demonstration.virtual_session import VirtualSession  # noqa: E402
from demonstration.words import Words  # noqa: E402

root = sys.argv[1]
with tempfile.TemporaryDirectory(prefix="proconnect-try.", dir="/tmp") as home:
    programs = Programs(os.path.join(home, "logs"))
    try:
        session = VirtualSession(home, programs).start()
        session.adopt()
        from demonstration.window import Window

        command = ["/usr/sbin/chroot", root, "setpriv", "--inh-caps=-all", "--ambient-caps=-all", "proconnect"]
        program = programs.start("proconnect", command, session.environment)
        window = Window(program)
        button = window.find(Words("fr").pattern("signin.button"), ("push button",), 30)
        print(f"the application shows {button}")
        # What a browser starts for an address of ours: it hands over to the running application and ends.
        handed = programs.start("proconnect-address", [*command, "proconnect:retour"], session.environment)
        if handed.wait(15):
            handed.fail(f"ended with status {handed.status}")
        window.close()
        status = program.wait(15)
        if status:
            program.fail(f"ended with status {status}")
    finally:
        programs.stop_all()
