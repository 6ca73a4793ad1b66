# SPDX-License-Identifier: MIT
"""The world outside the application as its own visitors see it: the portals' pages and the mailbox."""
import json
import time
import urllib.request

from demonstration.page import Visitor


# Seconds for something to happen: generous, since only what is missing waits so long.
PATIENCE = 60


class Outside:
    def __init__(self, world):
        self._world = world

    def register(self, portal, siren, given, family, email, **more):
        """A collaborator fills in the form of a portal's page, as in any browser."""
        visitor = Visitor().open(f"{self._world.outside}/portails/{portal}/")
        form = visitor.form("givenName", "familyName", "siren")
        return visitor.send(form, givenName=given, familyName=family, email=email, siren=siren, **more)

    def ask_whether_still_director(self, portal):
        """The portal asks the service with its own credentials, by the buttons of its page, about every account."""
        visitor = Visitor().open(f"{self._world.outside}/portails/{portal}/")
        for form in [form for form in visitor.forms if "account" in form["fields"]]:
            visitor.send(form)

    def row(self, portal, *words):
        """The line of the portal's page that has all these words, or None."""
        page = Visitor().open(f"{self._world.outside}/portails/{portal}/")
        return next((row for row in page.rows if all(word in row for word in words)), None)

    def wait_for_row(self, portal, *words, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            row = self.row(portal, *words)
            if row:
                return row
            time.sleep(0.05)
        page = Visitor().open(f"{self._world.outside}/portails/{portal}/")
        raise LookupError(f"the page of {portal} has no line with {words} after {seconds} s:\n" + "\n".join(page.rows))

    def state(self):
        """What the sandbox tells programs of everything in it."""
        with urllib.request.urlopen(self._world.outside + "/controle/etat.json", timeout=10) as answer:
            return json.load(answer)

    def order(self, order):
        """A fault, or the end of all faults, as docs/architecture.md describes."""
        body = json.dumps(order).encode()
        request = urllib.request.Request(self._world.outside + "/controle", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10):
            pass

    def messages(self):
        with urllib.request.urlopen(self._world.outside + "/boite/messages.json", timeout=10) as answer:
            return json.load(answer)

    def wait_for_message(self, recipient, *words, seconds=PATIENCE):
        """The newest message to that address with all these words in it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for message in reversed(self.messages()):
                text = json.dumps(message, ensure_ascii=False)
                if recipient in text and all(word in text for word in words):
                    return text
            time.sleep(0.1)
        raise LookupError(f"no message to {recipient} with {words} after {seconds} s")
