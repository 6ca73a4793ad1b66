# SPDX-License-Identifier: MIT
"""Somebody leaves: one decision closes their accounts; another's needs a successor and a letter."""
import re

from demonstration import steps
from demonstration.outside import Outside

DIRECTOR = "Claire.*Fabre"
LEAVER = "Chloé Vasseur"
PORTALS = ("net_entreprises", "chorus_pro")
# The only administrator of a portal that takes letters alone, on which nobody else has an account.
BY_LETTER = "Romain Peltier"


def company_attached(walk):
    window = walk.window
    steps.pass_franceconnect(walk, DIRECTOR)
    window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello"))
    window.find(walk.text("home.watch.leavers"))
    window.wait_gone(walk.text("home.who.silent"))


def choose(walk, name):
    window = walk.window
    window.fill(walk.text("dep.search"), name.split()[1])
    window.click(re.compile(f"^{name}"), steps.ROWS)
    window.find(re.compile(f"Fermer .*{name}"))


def ordinary_leaver(walk):
    window, outside = walk.window, Outside(walk.world)
    window.click(walk.text("home.short.leave"))
    window.find(walk.text("dep.pick"))
    walk.picture("departure-choose")
    choose(walk, LEAVER)
    window.find_enabled(walk.text("dep.go"))
    walk.picture("departure-check")
    window.click(walk.text("dep.go"))
    window.find(walk.text("undo.bar.departure", LEAVER))
    window.find(walk.text("dep.run.announced"))
    walk.picture("departure-undo")
    window.keys("ctrl+z")
    window.find_enabled(walk.text("dep.go"))
    # Until the bar is gone, it lies where the button is.
    window.wait_gone(walk.text("undo.done"))
    for portal in PORTALS:
        outside.wait_for_row(portal, LEAVER, "| ouvert")
    window.click(walk.text("dep.go"))
    for portal in PORTALS:
        outside.wait_for_row(portal, LEAVER, "fermé")
    window.find(walk.text("dep.done.all"))
    walk.picture("departure-done")
    window.find(walk.text("dep.receipt"))
    window.click(walk.text("dep.receipt.save"))
    window.find(re.compile("^(Exporter|Export)"), ("dialog",))
    walk.window.keys("Escape")
    window.click(walk.text("common.finish"))
    window.find(walk.text("home.hello"))


def last_administrator_by_letter(walk):
    window = walk.window
    steps.open_page(walk, "nav.departure")
    choose(walk, BY_LETTER)
    window.find(walk.text("dep.missing.successor"))
    walk.picture("departure-successor-missing")
    window.click(re.compile(f"^{re.escape(walk.words.text('dep.without.act'))}"))
    window.find(walk.text("dep.without.lead"))
    walk.picture("departure-without-successor")
    window.click(walk.text("dep.without.go"))
    window.find(walk.text("dep.without"))
    window.click(walk.text("dep.go"))
    window.find(walk.text("dep.done.todo"))
    walk.picture("departure-letter")
    window.click(walk.text("dep.done.letters"))
    window.find(re.compile(f"^{re.escape(walk.words.text('dep.act.letter'))}"), steps.BUTTON)
    window.click(re.compile(f"^{re.escape(walk.words.text('dep.act.declare'))}"), steps.BUTTON)
    window.find(walk.text("undo.bar.declare", BY_LETTER))
    window.find(re.compile("^" + re.escape(walk.words.text("dep.st.declared"))))
    walk.picture("departure-declared")


def seen_again_after_a_start(walk):
    """Leave the program and come back: the departures are where they were."""
    window = walk.window
    window.close()
    if walk.desktop.wait(20):
        walk.desktop.fail("did not end well")
    walk.start_desktop()
    window = walk.window
    steps.open_page(walk, "nav.departure")
    window.fill(walk.text("dep.search"), LEAVER.split()[1])
    window.find(re.compile(f"^{LEAVER}.*{walk.words.text('dep.st.over')}"), steps.ROWS)
    walk.picture("departures-over")


STEPS = [
    ("the company is attached", company_attached),
    ("somebody leaves, all their accounts are closed", ordinary_leaver),
    ("the last administrator leaves, by letter", last_administrator_by_letter),
    ("the departures are there after another start", seen_again_after_a_start),
]
