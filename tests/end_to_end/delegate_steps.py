# SPDX-License-Identifier: MIT
"""Somebody who was named to act for a company, and the director who named them, at the same window."""
import os
import re
import sys
import time

from demonstration import steps

sys.path.append(os.path.join(os.environ["PROCONNECT_SOURCE"], "tests", "service", "live"))

import delegate  # noqa: E402
from desktop import Desktop  # noqa: E402

DELEGATE = "Nadia.*Benhamou"
NAME = "Nadia Benhamou"
DIRECTOR = "Claire.*Fabre"


def named_by_the_director(walk):
    """On the director's own computer; the code goes by e-mail."""
    director = Desktop(walk.world)
    director.sign_in("D2")
    assert director.call("POST", "/v1/companies", {"siren": steps.SIREN}).status == 201
    proposed = director.propose(steps.SIREN, "Nadia", "Benhamou", delegate.EMAIL, ["impots", "urssaf"])
    assert proposed.status == 201, proposed.body


def code_of(walk):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = delegate.codes(walk.world)
        if found:
            return found.pop()
        time.sleep(0.1)
    raise LookupError("no code arrived")


def code_is_typed(walk):
    window = walk.window
    steps.pass_franceconnect(walk, DELEGATE)
    window.find(walk.text("attach.title"))
    window.click(walk.text("attach.invited"))
    window.fill(walk.text("invite.field"), "0000-0000-0000-0000")
    window.click(walk.text("invite.accept"))
    window.find(walk.text("invite.unknown"))
    walk.picture("code-unknown")
    window.fill(walk.text("invite.field"), code_of(walk).lower())
    window.click(walk.text("invite.accept"))
    window.find(walk.text("home.hello"))
    window.find(walk.text("adm.role"))
    walk.picture("delegate-home")
    assert not window.look(walk.text("nav.certified")), "a page for directors only is in the menu"


def own_line_is_seen(walk):
    window = walk.window
    steps.open_page(walk, "nav.admins")
    window.find(re.compile(NAME))
    window.find(walk.text("adm.state.active"))
    walk.picture("delegate-own-line")
    assert not window.look(walk.text("a11y.adm.order")), "a delegate is offered a director's acts"


def director_suspends(walk):
    window = walk.window
    window.click(walk.text("nav.signout"))
    window.find(walk.text("signin.button"), steps.BUTTON)
    steps.pass_franceconnect(walk, DIRECTOR)
    steps.open_page(walk, "nav.admins")
    window.click(walk.text("a11y.adm.order", walk.words.text("adm.suspend"), NAME))
    window.find(walk.text("adm.suspend.q", NAME))
    walk.picture("suspend")
    window.click(re.compile("^" + re.escape(walk.words.text("adm.suspend")) + "$"))
    window.find(walk.text("adm.done.suspend", NAME))
    window.find(walk.text("adm.state.suspended"))
    walk.picture("suspended")


STEPS = [
    ("a director names somebody", named_by_the_director),
    ("the code is typed", code_is_typed),
    ("the delegate sees their own line", own_line_is_seen),
    ("the director suspends them", director_suspends),
]
