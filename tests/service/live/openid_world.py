# SPDX-License-Identifier: MIT
"""The service with a real OpenID provider (tests/service/peers) as its FranceConnect, walked one exchange at a time."""
import contextlib
import http.cookiejar
import json
import os
import secrets
import shutil
import tempfile
import urllib.error
import urllib.parse
import urllib.request

import live
from desktop import Desktop, send
from demonstration.programs import Programs
from demonstration.world import World


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirections are answers like others."""

    def redirect_request(self, *_):
        return None


class Browser:
    """Cookies, and one exchange at a time, so that a test can alter what goes between two servers."""

    def __init__(self):
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies, _Stay())

    def open(self, address, fields=None):
        """(status, where it leads or None, text)."""
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        try:
            answer = self._opener.open(address, body, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            target = answer.headers.get("Location")
            target = urllib.parse.urljoin(address, target) if target else None
            return answer.status, target, answer.read().decode("utf-8")

    def follow(self, address, until):
        """Redirections up to the first address that starts with `until`, which is not opened."""
        for _ in range(10):
            status, target, text = self.open(address)
            assert target, f"{address} leads nowhere: {status} {text[:300]}"
            if target.startswith(until):
                return target
            address = target
        raise AssertionError(f"too many redirections, last to {address}")


class Provider:
    """The provider as the test orders it about."""

    def __init__(self, program):
        self._program = program
        found = program.wait_for_output(r"(?m)^\{.*\}$")
        addresses = json.loads(found[0])
        self.issuer, self._control, self.secret = addresses["issuer"], addresses["control"], addresses["secret"]

    def order(self, **orders):
        """Carries out the orders; how often each endpoint was called so far."""
        answer = send("POST", self._control, {"Content-Type": "application/json"}, json.dumps(orders).encode())
        assert answer.status == 200, answer.body
        return answer.json()

    def stop(self):
        self._program.stop()


class SignIn:
    """One sign-in, from the application's request to its tokens."""

    def __init__(self, world, provider, desktop=None, **more):
        """`more`: members of the application's request."""
        self._world, self._provider, self._more = world, provider, more
        self.desktop, self.browser = desktop or Desktop(world), Browser()
        self._verifier, self._transaction = secrets.token_urlsafe(48), None

    def authorization(self):
        """The address at the provider that the service sends the browser to."""
        opened = self.desktop.open_sign_in(self._verifier, **self._more).json()
        self._transaction = opened["transaction"]
        return self.browser.follow(opened["startUrl"], self._provider.issuer)

    def return_address(self, authorization=None, end=""):
        """Signs in at the provider; the address at the service that it sends the browser back to."""
        page = self.browser.follow(authorization or self.authorization(), self._provider.issuer + "/interaction/")
        return self.browser.follow(page + end, self._world.service + "/sign-in/callback")

    def come_back(self, address=None):
        """Opens the return; {"code": ...} or {"error": ...} for the application."""
        status, target, text = self.browser.open(address or self.return_address())
        if status != 302:
            return {"page": text}
        return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query))

    def whole(self):
        """Who is signed in, once everything went well."""
        end = self.come_back()
        assert "code" in end, end
        self.desktop.access_token = None
        granted = self.desktop.redeem(self._transaction, end["code"], self._verifier)
        assert granted.status == 200, granted.body
        return self.desktop.call("GET", "/v1/me").json()


def altered(address, **items):
    """The address with query items replaced, or dropped when None."""
    parts = urllib.parse.urlsplit(address)
    query = {**dict(urllib.parse.parse_qsl(parts.query)), **items}
    query = urllib.parse.urlencode({name: value for name, value in query.items() if value is not None})
    return urllib.parse.urlunsplit(parts._replace(query=query))


class OpenIdWorld:
    """Provider and service; the service is started anew for each registration."""

    def __init__(self, programs, folder):
        # The provider lives in this computer's time, so the service does too.
        data = os.path.join(folder, "data")
        os.makedirs(data)
        with open(os.path.join(data, "clock-offset"), "w", encoding="ascii") as file:
            file.write("0")
        self.world = World(programs, os.environ["PROCONNECT_BINARIES"], data, dict(os.environ), plus=False)
        command = ["node", live.peer("openid_provider.mjs", "oidc-provider"), self.world.service]
        self.provider = Provider(programs.start("openid-provider", command, dict(os.environ)))
        self._service = None

    def serve(self, client, plus=None, **settings):
        """Starts the service as a client of the provider, and as another of it as FranceConnect+. `settings`: of section
        franceconnect."""
        if self._service:
            self._service.stop()
        settings = {
            "issuer": self.provider.issuer, "client_id": client, "client_secret": self.provider.secret, **settings
        }
        environment = {f"PROCONNECT_FRANCECONNECT_{name.upper()}": value for name, value in settings.items()}
        if plus:
            registration = {"issuer": self.provider.issuer, "client_id": plus, "client_secret": self.provider.secret}
            environment |= {f"PROCONNECT_FRANCECONNECT_PLUS_{name.upper()}": value for name, value in registration.items()}
        self._service = self.world.start_service(environment)

    def published_keys(self):
        return send("GET", self.world.service + "/.well-known/jwks.json").json()["keys"]

    def sign_in(self, desktop=None, **more):
        return SignIn(self.world, self.provider, desktop, **more)


@contextlib.contextmanager
def running():
    folder = tempfile.mkdtemp(prefix="proconnect-openid.")
    logs = os.path.join(folder, "logs")
    programs = Programs(logs)
    try:
        yield OpenIdWorld(programs, folder)
    except Exception:
        live.print_ends(logs)
        raise
    finally:
        programs.stop_all()
        shutil.rmtree(folder, ignore_errors=True)
