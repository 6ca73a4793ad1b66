# SPDX-License-Identifier: MIT
"""What a director meets when the register changes: a doubt, another spelling, the end of the mandate."""
import json
import re
import urllib.request

from demonstration import steps
from demonstration.outside import Outside

DIRECTOR = "Claire.*Fabre"
PERSON = "D2"
SUPPORT = "assistance@proconnect.example"
COMPANY_ADDRESS = "accueil@fabre-filles.example"
OWN_ADDRESS = "claire.fabre@fabre-filles.example"


def register_says(walk, order):
    """What a clerk writes into every register."""
    request = urllib.request.Request(walk.world.outside + "/controle", json.dumps(order).encode(),
                                     {"Content-Type": "application/json"}, method="POST")
    with urllib.request.urlopen(request, timeout=10):
        pass


def respell(walk, **spelling):
    register_says(walk, {"officerRespelt": {"person": PERSON, "as": spelling}})


def doubt_is_sent_to_support(walk):
    window = walk.window
    respell(walk, familyName="FABER")
    steps.pass_franceconnect(walk, DIRECTOR)
    window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
    window.find(walk.text("attach.review.title"))
    walk.picture("doubt")
    shown = " ".join(node.name for node in window.nodes() if node.showing)
    assert "FABER" not in shown, "the register's spelling is on the screen"
    window.fill(walk.text("attach.review.reply"), OWN_ADDRESS)
    window.click(walk.text("attach.review.send"))
    reference = re.search(r"EX-2026-\d{6}", window.find(walk.text("attach.review.sent")).name)[0]
    walk.picture("doubt-sent")
    message = Outside(walk.world).wait_for_message(SUPPORT, reference, steps.SIREN, "family.letter", OWN_ADDRESS)
    assert "FABRE" not in message and "FABER" not in message, "an identity is in the message to support"


def corrected_entry_attaches(walk):
    window = walk.window
    respell(walk, familyName="FABRE")
    window.click(walk.text("attach.refused.again"))
    window.find_enabled(walk.text("attach.submit"))
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello"))


def address_is_set(walk):
    """Where the company will be told."""
    window, outside = walk.window, Outside(walk.world)
    steps.open_page(walk, "nav.email")
    window.fill(walk.text("mail.new"), COMPANY_ADDRESS)
    window.click(walk.text("mail.send.key"))
    window.find_enabled(walk.text("a11y.codefield"), steps.FIELDS)
    code = re.search(r"(?<!\d)(\d{6})(?!\d)", outside.wait_for_message(COMPANY_ADDRESS))[1]
    window.fill(walk.text("a11y.codefield"), code)
    window.click(walk.text("mail.save.key"))
    window.find(walk.text("mail.done"))


def decision_is_taken(walk):
    """For a receipt of the director's own."""
    window = walk.window
    steps.open_page(walk, "nav.requests")
    steps.register(walk, "Marguerite", "Aubrac")
    window.click(re.compile("Marguerite Aubrac"), steps.ROWS)
    window.click(walk.text("a11y.accept", "Marguerite Aubrac"))
    Outside(walk.world).wait_for_row(steps.PORTAL, "Marguerite Aubrac", "compte ouvert")


def other_spelling_waits_for_a_sign_in(walk):
    """The register adds a given name: nobody's mandate ends, and the next sign-in confirms it."""
    window = walk.window
    respell(walk, givenNames=["Claire", "Hélène", "Jeanne"])
    window.find(walk.text("fc.why.reading"))
    window.find_enabled(walk.text("undo.signin"))
    walk.picture("to-confirm")
    window.click(walk.text("undo.signin"))
    person = re.compile(DIRECTOR, re.IGNORECASE)
    window.find(walk.text("fc.note"))
    window.click(person)
    window.click(re.compile("^Continuer$"))
    window.wait_gone(walk.text("fc.note"))
    window.wait_gone(walk.text("undo.signin"))
    window.find(walk.text("status.fresh"))
    walk.picture("confirmed")


def mandate_ends(walk):
    window = walk.window
    register_says(walk, {"mandateEnded": {"siren": steps.SIREN, "person": PERSON}})
    window.find(walk.text("former.title"))
    window.find(re.compile(re.escape(walk.words.text("former.kind.accept")) + r".*RC-2026-\d{6}"))
    walk.picture("former-director")
    told = Outside(walk.world).wait_for_message(COMPANY_ADDRESS, "Le registre indique un changement de dirigeant")
    assert "Claire" not in told, "the message names the person"


STEPS = [
    ("a doubt, and its case sent to support", doubt_is_sent_to_support),
    ("the entry is corrected", corrected_entry_attaches),
    ("the company's address", address_is_set),
    ("a decision, with its receipt", decision_is_taken),
    ("another spelling waits for a sign-in", other_spelling_waits_for_a_sign_in),
    ("the mandate ends", mandate_ends),
]
