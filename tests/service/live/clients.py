# SPDX-License-Identifier: MIT
"""Portals declared and given credentials on the command line; what is printed once is what opens the door."""
import json
import os
import stat
import subprocess
import sys
import tempfile
import urllib.parse

import live
from demonstration.programs import Programs
from demonstration.world import World
from desktop import send


class Operator:
    def __init__(self, world):
        self.world, self.path = world, world.write_configuration()
        os.chmod(self.path, 0o640)

    def run(self, *words, options=()):
        command = [self.world.program("proconnectd"), "--config", self.path, *options, *words]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    def given(self, *words, options=()):
        done = self.run(*words, options=options)
        assert done.returncode == 0, done.stderr
        assert stat.S_IMODE(os.stat(self.path).st_mode) == 0o640, "another mode than before"
        return json.loads(done.stdout)

    def content(self):
        with open(self.path, encoding="utf-8") as file:
            return file.read()

    def write(self, content):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(content)

    def refused(self, status, *words, options=()):
        before = self.content()
        done = self.run(*words, options=options)
        assert (done.returncode, done.stdout) == (status, "") and done.stderr, done
        assert self.content() == before, f"{words}: the file changed"

    def token(self, client, secret):
        fields = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urllib.parse.urlencode(fields).encode()
        return send("POST", self.world.service + "/portal/v1/token", headers, body).status


def main():
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(os.path.join(folder, "logs"))
        try:
            world = World(programs, os.environ["PROCONNECT_BINARIES"], os.path.join(folder, "data"), dict(os.environ))
            operator = Operator(world)
            keys = os.path.join(folder, "keys.json")
            with open(keys, "w", encoding="utf-8") as file:
                file.write("{}")
            for words in (("portal", "add"), ("portal", "add", "../x", "X"), ("client", "add", "Impots"), ("client", "remove", "impots")):
                operator.refused(2, *words)
            operator.refused(1, "portal", "add", "impots", "Again")
            operator.refused(1, "client", "add", "nobody")
            operator.refused(1, "client", "add", "impots", options=("--client-keys", keys))
            operator.refused(1, "portal", "add", "nouveau", "")
            whole = operator.content()
            operator.write(whole + "\n[portal.ancien]\nname = Ancien\nclient_id = pris\nclient_secret = s\n")
            assert operator.run(options=["--check-config"]).returncode == 0
            operator.refused(1, "portal", "add", "pris", "Of another portal")
            operator.write(operator.content() + "[portal.pris]\nname = Pris\nclient_id = pris\nclient_secret = s\n")
            operator.refused(2, options=["--check-config"])
            operator.refused(1, "client", "add", "pris")
            operator.write(whole)

            added = operator.given("portal", "add", "nouveau", "Nouveau portail")
            assert added["client_id"] == "nouveau" and len(added["client_secret"]) >= 43, added.keys()
            changed = operator.given("client", "add", "urssaf")
            assert changed["client_id"] == world.clients["urssaf"]["client_id"], changed
            for secret in (added["client_secret"], changed["client_secret"], "demo-secret-urssaf"):
                assert secret not in operator.content(), "the file holds a secret"

            service = programs.start("proconnectd", [world.program("proconnectd"), "--config", operator.path], dict(os.environ))
            world.wait_until_answers(service, world.service + "/healthz")
            assert operator.token("nouveau", added["client_secret"]) == 200
            assert operator.token(changed["client_id"], changed["client_secret"]) == 200
            assert operator.token(changed["client_id"], "demo-secret-urssaf") == 401
            assert operator.token(world.clients["impots"]["client_id"], "demo-secret-impots") == 200
        except Exception:
            live.print_ends(os.path.join(folder, "logs"))
            raise
        finally:
            programs.stop_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
