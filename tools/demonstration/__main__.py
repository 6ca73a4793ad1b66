# SPDX-License-Identifier: MIT
"""What ./run starts once everything is built."""
import argparse
import os
import shutil
import signal
import sys
import tempfile

from demonstration.programs import ProgramFailed, Programs
from demonstration.world import PORTS, World, free_ports, taken

# In the order of PORTS, where docs/architecture.md says.
USUAL_PORTS = [8810, 8811, 8812, 8800, 8813, 8814]


def parse():
    parser = argparse.ArgumentParser(prog="./run")
    parser.add_argument("--binaries", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--only", choices=["service", "sandbox"])
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--walk", action="store_true")
    parser.add_argument("--ports", type=int, nargs=PORTS, help="as PORTS in world.py")
    return parser.parse_args()


def prepare(folder, fresh, walk):
    """The data folder, emptied if asked; a folder that is not ours is left alone."""
    if os.path.isdir(folder) and os.listdir(folder):
        if not os.path.exists(os.path.join(folder, "clock-offset")):
            sys.exit(f"{folder} was not made by ./run: it is left alone. Give another --data-dir.")
        if walk and not fresh:
            sys.exit(f"The walk starts from new data, and {folder} holds some: add --fresh or give another --data-dir.")
        if fresh:
            shutil.rmtree(folder)
    os.makedirs(folder, mode=0o700, exist_ok=True)


def root_notice(environment):
    if os.geteuid() != 0:
        return
    print("Running as root: the web engine's own sandbox is off for this demonstration on loopback.")
    print("The installed application refuses to run as root.")
    environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


def run_on_screen(options, programs, ports):
    environment = dict(os.environ)
    world = World(programs, options.binaries, options.data, environment, ports, files=True)
    desktop = None
    if options.only != "service":
        world.start_sandbox()
        print(f"Sandbox: portals {world.outside}/, mailbox {world.outside}/boite, faults {world.outside}/controle")
    if options.only != "sandbox":
        world.start_service()
        print(f"Service: {world.service}/healthz")
    if options.only is None:
        root_notice(environment)
        print(f"Lists of accounts to import: {world.write_exports()}")
        desktop = world.start_desktop(environment, options.language)
        print("Close the window or press Ctrl-C to end.", flush=True)
    else:
        print("Press Ctrl-C to end.", flush=True)
    ended = programs.wait_for_first_end()
    if ended is not desktop or ended.status:
        ended.fail(f"ended with status {ended.status}")
    return 0


def run_walk(options, programs, ports):
    # Only here: these modules need a virtual display's packages.
    from demonstration.virtual_session import VirtualSession
    from demonstration.walk import Walk

    print("Walking through the application on a virtual display.", flush=True)
    os.makedirs(options.output, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="proconnect-walk.") as home:
        session = VirtualSession(home, programs).start()
        session.adopt()
        environment = dict(session.environment)
        root_notice(environment)
        world = World(programs, options.binaries, options.data, environment, ports)
        try:
            return Walk(world, session, environment, options.language, options.output).run()
        finally:
            programs.stop_all()


def main():
    options = parse()
    prepare(options.data, options.fresh, options.walk)
    # A started part of the demonstration is found by the others on its usual port; a whole one moves aside.
    moves_aside = not options.only and any(taken(port) for port in USUAL_PORTS)
    ports = options.ports or (free_ports(PORTS) if moves_aside else USUAL_PORTS)
    programs = Programs(os.path.join(options.data, "logs"))
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: sys.exit(128 + number))
    try:
        return run_walk(options, programs, ports) if options.walk else run_on_screen(options, programs, ports)
    except KeyboardInterrupt:
        print()
        return 130
    except ProgramFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        programs.stop_all()


if __name__ == "__main__":
    sys.exit(main())
