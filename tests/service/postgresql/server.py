# SPDX-License-Identifier: MIT
"""A PostgreSQL server for the tests: its own cluster in a temporary folder, on loopback, gone when the tests end.

server.py start FILE        starts it; FILE then holds its address
server.py stop FILE         ends it
server.py with FILE CMD...  runs CMD with PROCONNECT_TEST_POSTGRESQL set to that address
"""
import glob
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

USER = "proconnect"


def tool(name):
    """Debian keeps the server's programs out of the path."""
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    return found[-1] if found else name


def become_nobody():
    """The server's programs refuse to run as root."""
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)


def run(*command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, preexec_fn=become_nobody, cwd="/", **more)


def make_cluster(folder, password):
    secret = os.path.join(folder, "password")
    with open(secret, "w", encoding="ascii") as file:
        file.write(password)
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        for path in (folder, secret):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
    data = os.path.join(folder, "data")
    run(tool("initdb"), "-D", data, "-U", USER, "--pwfile", secret, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync",
        "--locale=C.UTF-8")
    return data


def start_server(folder, data, port, **more):
    # What it holds is thrown away: nothing has to survive a power cut.
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": folder,
        "fsync": "off",
        "full_page_writes": "off",
        "max_connections": 200,
        "shared_buffers": "32MB",
        **more,
    }
    command = [tool("postgres"), "-D", data]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with open(os.path.join(folder, "log"), "ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=become_nobody, cwd="/")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def wait_until_ready(server, port):
    for _ in range(300):
        if server.poll() is not None:
            sys.exit("PostgreSQL did not start")
        ready = subprocess.run([tool("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port), "-U", USER], check=False)
        if ready.returncode == 0:
            return
        time.sleep(0.05)
    sys.exit("PostgreSQL does not answer")


def alive(pid):
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def watch(server, folder, file, owner):
    """Ends the server with the tests, even when they are killed."""
    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))
    while not stop and alive(owner) and server.poll() is None:
        time.sleep(0.2)
    server.send_signal(signal.SIGQUIT)
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)
    for path in (file, file + ".pid"):
        if os.path.exists(path):
            os.remove(path)


def start(file):
    stop(file)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    folder = tempfile.mkdtemp(prefix="proconnect-postgresql.")
    password = secrets.token_hex(16)
    data = make_cluster(folder, password)
    port = free_port()
    owner = os.getppid()
    reading, writing = os.pipe()
    if os.fork() == 0:
        # The server's parent: it outlives this call and lets go of the output that CTest waits for.
        os.close(reading)
        os.setsid()
        with open(os.devnull, "r+b") as nothing:
            for stream in (0, 1, 2):
                os.dup2(nothing.fileno(), stream)
        server = start_server(folder, data, port)
        wait_until_ready(server, port)
        with open(file + ".pid", "w", encoding="ascii") as output:
            output.write(str(os.getpid()))
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as output:
            output.write(f"postgresql://{USER}:{password}@127.0.0.1:{port}")
        os.write(writing, b"ready")
        os.close(writing)
        watch(server, folder, file, owner)
        os._exit(0)
    os.close(writing)
    if os.read(reading, 5) != b"ready":
        with open(os.path.join(folder, "log"), encoding="utf-8", errors="replace") as log:
            sys.exit(log.read())


def stop(file):
    if not os.path.exists(file + ".pid"):
        return
    with open(file + ".pid", encoding="ascii") as source:
        pid = int(source.read())
    if not os.path.exists(file) or not alive(pid):
        return
    os.kill(pid, signal.SIGTERM)
    for _ in range(200):
        if not os.path.exists(file):
            return
        time.sleep(0.05)


def with_server(file, command):
    with open(file, encoding="ascii") as source:
        os.environ["PROCONNECT_TEST_POSTGRESQL"] = source.read()
    os.execvp(command[0], command)


def main():
    task, file, *command = sys.argv[1:]
    if task == "start":
        start(file)
    elif task == "stop":
        stop(file)
    else:
        with_server(file, command)


if __name__ == "__main__":
    main()
