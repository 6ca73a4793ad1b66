# SPDX-License-Identifier: MIT
"""A director gives an administrator's role and a payment right: FranceConnect+ opens at the click, and the act goes on."""
import re

from demonstration import steps
from demonstration.outside import Outside

# The service has FranceConnect+.
PLUS = True

DIRECTOR = "Claire.*Fabre"
ADMINISTRATOR = "Marguerite Aubrac"
PAYER = "Octave Lemoine"


def company_is_attached(walk):
    window = walk.window
    steps.pass_franceconnect(walk, DIRECTOR)
    window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello"))


def ask_on_the_portal(walk, name, **more):
    given, family = name.split()
    email = f"{given}.{family}@fabre-filles.example".lower()
    Outside(walk.world).register(steps.PORTAL, steps.SIREN, given, family, email, jobTitle="Comptable", **more)
    walk.window.click(re.compile(name), steps.ROWS)


def nothing_has_left(walk, name):
    assert not Outside(walk.world).row(steps.PORTAL, name, "compte ouvert"), "sent without the strong sign-in"


def strong_page_opens_at_the_click(walk):
    window = walk.window
    steps.open_page(walk, "nav.requests")
    ask_on_the_portal(walk, ADMINISTRATOR, role="ADMINISTRATEUR")
    walk.picture("request-of-an-administrator")
    window.click(walk.text("a11y.accept", ADMINISTRATOR))
    # Not after the ten seconds of undo: they have not begun.
    window.find(walk.text("fc.why.strong"))
    window.find(re.compile(f"127.0.0.1:{walk.world.plus_port}"))
    window.find(re.compile(DIRECTOR, re.IGNORECASE), steps.BUTTON)
    walk.picture("franceconnect-plus")


def given_up_it_waits(walk):
    window = walk.window
    window.click(walk.text("common.back"))
    window.wait_gone(walk.text("fc.note"))
    window.find(walk.text("undo.wait.signin"))
    walk.picture("waits-for-the-sign-in")
    nothing_has_left(walk, ADMINISTRATOR)


def sign_in_returns_to_the_act(walk):
    window = walk.window
    window.click(walk.text("undo.signin"))
    steps.pass_page(walk, DIRECTOR)
    # The ten seconds of undo may be over before a slow machine looks at them.
    walk.picture("back-at-the-act")
    Outside(walk.world).wait_for_row(steps.PORTAL, ADMINISTRATOR, "compte ouvert")


def within_five_minutes_no_other(walk):
    window = walk.window
    ask_on_the_portal(walk, PAYER, role="ABONNE", right=["PAYER"])
    window.click(walk.text("a11y.accept", PAYER))
    window.find(walk.text("undo.bar.accept", PAYER))
    walk.picture("payment-right-without-another")
    Outside(walk.world).wait_for_row(steps.PORTAL, PAYER, "compte ouvert")
    window.click(walk.text("req.tab.done"))
    window.find(re.compile(PAYER), steps.ROWS)
    walk.picture("both-accepted")


STEPS = [
    ("sign in and attach", company_is_attached),
    ("the strong sign-in opens at the click", strong_page_opens_at_the_click),
    ("given up, the decision waits", given_up_it_waits),
    ("signed in, it goes on", sign_in_returns_to_the_act),
    ("within five minutes, no other is asked", within_five_minutes_no_other),
]
