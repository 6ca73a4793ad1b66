# SPDX-License-Identifier: MIT
"""nginx with a static file, as Debian configures it: a worker for each processor, sendfile, a line of log a call."""
import contextlib
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from callers import family

CONFIGURATION = """\
worker_processes auto;
daemon off;
pid {folder}/pid;
error_log stderr error;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    gzip on;
    access_log {folder}/access.log;
    # More than the preset: the service closes no connection after a thousand calls either.
    keepalive_requests 10000000;
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
    uwsgi_temp_path {folder}; scgi_temp_path {folder};
    server {{ listen 127.0.0.1:{port}; root {folder}/files; }}
}}
"""


class Nginx:
    def __init__(self, process, address):
        self._process, self.address = process, address

    def processes(self):
        return family(self._process.pid)


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def wait_for(address):
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")


@contextlib.contextmanager
def nginx(paths, size):
    """Serves a file of `size` bytes at each of `paths`."""
    with tempfile.TemporaryDirectory() as folder:
        # Its workers are another user.
        os.chmod(folder, 0o755)
        for path in paths:
            file = os.path.join(folder, "files", path.lstrip("/"))
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "wb") as output:
                output.write(b" " * size)
        port = free_port()
        configuration = os.path.join(folder, "nginx.conf")
        with open(configuration, "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(folder=folder, port=port))
        process = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", configuration])
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address + paths[0])
            yield Nginx(process, address)
        finally:
            process.terminate()
            process.wait()
