# SPDX-License-Identifier: MIT
"""bad_moments.py fr|en: a bad certificate, programs killed in the middle of a decision, no key store. What the person
sees is true, nothing is lost, and nothing happens twice."""
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time

SOURCE = os.environ["PROCONNECT_SOURCE"]
sys.path[:0] = [os.path.join(SOURCE, "tools")]

from demonstration import steps  # noqa: E402
from demonstration.outside import Outside  # noqa: E402
from demonstration.programs import Programs  # noqa: E402
from demonstration.virtual_session import VirtualSession  # noqa: E402
from demonstration.world import World  # noqa: E402


def kill(program):
    os.kill(program.pid, signal.SIGKILL)
    program.wait(10)


def accept(walk, given, family):
    """Someone registers and the director accepts; the ten seconds run."""
    steps.open_page(walk, "nav.requests")
    email = f"{given}.{family}@fabre-filles.example".lower()
    Outside(walk.world).register(
        steps.PORTAL, steps.SIREN, given, family, email, jobTitle="Comptable", role="ABONNE"
    )
    # Under a notice, the list may show fewer lines than there are.
    walk.window.fill(walk.text("req.search"), family)
    walk.window.click(re.compile(f"{given} {family}"), steps.ROWS)
    button = walk.text("a11y.accept", f"{given} {family}")
    walk.window.find_enabled(button)
    walk.window.click(button)
    walk.window.find(walk.text("undo.bar.accept", f"{given} {family}"))


def opened_once(walk, name):
    outside = Outside(walk.world)
    outside.wait_for_row(steps.PORTAL, name, "compte ouvert")
    accounts = outside.state()["portals"][steps.PORTAL]["accounts"]
    count = sum(name in json.dumps(account, ensure_ascii=False) for account in accounts)
    assert count == 1, f"{count} accounts of {name}"


def bad_certificate(walk):
    """Where FranceConnect leads is recognised, and its certificate is good for nobody."""
    outside, window = Outside(walk.world), walk.window
    outside.order({"target": "franceconnect.pages", "fault": {"quirks": ["badCertificate"]}})
    window.click(walk.text("signin.button"))
    host = f"127.0.0.1:{walk.world.certificate_port}"
    window.find(re.compile(re.escape(walk.words.text("fc.unsafe")) + ".*" + re.escape(host)))
    walk.picture("bad-certificate")
    outside.order({"reset": True})
    window.click(walk.text("common.retry"))
    window.wait_gone(walk.text("fc.unsafe"))


def killed_service_then_desktop(walk):
    """The decision is on its way when the service dies, and waits for it when the desktop dies too."""
    accept(walk, "Marguerite", "Aubrac")
    kill(walk.service)
    walk.window.find(walk.text("undo.wait.network"))
    walk.picture("service-killed")
    kill(walk.desktop)
    walk.start_desktop()
    walk.window.find(walk.text("undo.wait.network"))
    walk.picture("desktop-killed-too")
    walk.service = walk.world.start_service()
    opened_once(walk, "Marguerite Aubrac")
    walk.window.wait_gone(walk.text("undo.wait.network"))


def killed_in_the_undo_time(walk):
    """What could still be undone is asked about, never sent by itself."""
    accept(walk, "Octave", "Lemoine")
    kill(walk.desktop)
    walk.start_desktop()
    walk.window.find(walk.text("undo.held.send"))
    walk.picture("held")
    time.sleep(4)  # what a start finds waiting is first sent after two seconds
    assert not Outside(walk.world).row(steps.PORTAL, "Octave Lemoine", "compte ouvert"), "sent without a word"
    walk.window.click(walk.text("undo.held.send"))
    opened_once(walk, "Octave Lemoine")


def quit_without_key_store(walk):
    """What waits cannot be kept, and the person is asked before it is lost."""
    walk.window.find(walk.text("signin.button"))
    steps.pass_franceconnect(walk, f"{steps.DIRECTOR}.*{steps.FAMILY}")
    accept(walk, "Solange", "Vidal")
    walk.service.stop()
    walk.window.find(walk.text("undo.wait.network"))
    walk.window.close()
    walk.window.find(walk.text("undo.quit.lost.waiting"))
    walk.picture("asked-before-quitting")
    walk.window.click(walk.text("undo.quit.stay"))
    walk.service = walk.world.start_service()
    opened_once(walk, "Solange Vidal")
    walk.window.wait_gone(walk.text("undo.wait.network"))
    walk.window.close()
    assert walk.desktop.wait(20) == 0


def run(step, walk):
    print(f"  {step.__name__}", flush=True)
    step(walk)


def main():
    work = tempfile.mkdtemp(prefix="bad-moments.")
    output = os.environ.get("PROCONNECT_PICTURES") or os.path.join(work, "pictures")
    os.makedirs(output, exist_ok=True)
    programs = Programs(os.path.join(work, "logs"))
    try:
        session = VirtualSession(os.path.join(work, "home"), programs).start()
        session.adopt()
        from demonstration.walk import Walk

        world = World(programs, os.environ["PROCONNECT_BINARIES"], os.path.join(work, "data"), session.environment)
        walk = Walk(world, session, session.environment, sys.argv[1], output)
        world.start_sandbox()
        walk.service = world.start_service()
        walk.start_desktop()
        run(bad_certificate, walk)
        steps.sign_in(walk)
        walk.window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
        walk.window.click(walk.text("attach.submit"))
        run(killed_service_then_desktop, walk)
        run(killed_in_the_undo_time, walk)
        kill(walk.desktop)
        session.take_key_store_away()
        walk.start_desktop()
        run(quit_without_key_store, walk)
        return 0
    finally:
        programs.stop_all()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
