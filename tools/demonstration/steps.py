# SPDX-License-Identifier: MIT
"""The eight steps of the main path. Each drives the window of `walk` and looks at what the world outside shows."""
import re
import time

from demonstration.outside import Outside

# A second director, of a company without a trade register entry, who has an account to certify and a known address.
SOLE_TRADER = "Élodie.*Roussel"
SOLE_SIREN = "000 041 376"
OWN_PORTAL = "chorus_pro"
OWN_NAME = "Élodie Marchand"
NEW_ADDRESS = "direction@atelier-verre-plomb.example"
OLD_ADDRESS = "contact@atelier-verre-plomb.example"

BUTTON = ("push button",)
FIELDS = ("entry", "text", "password text")
ROWS = ("list item", "table cell", "tree item")
DIRECTOR = "Claire"
FAMILY = "Fabre"
SIREN = "000058263"
SIREN_WRITTEN = "000 058 263"
OTHER_SIREN = "000 074 914"
PORTAL = "urssaf"


def sign_in(walk):
    window = walk.window
    window.find(walk.text("signin.button"), BUTTON)
    walk.picture("sign-in")
    pass_franceconnect(walk, f"{DIRECTOR}.*{FAMILY}", pictures=True)
    window.find(walk.text("attach.title"))
    walk.check("signed-in", walk)


def pass_franceconnect(walk, person, pictures=False):
    """From the button of the sign-in screen to the moment when FranceConnect's page closes."""
    walk.window.click(walk.text("signin.button"))
    pass_page(walk, person, "franceconnect" if pictures else None)


def pass_page(walk, person, picture=None):
    """From a page of FranceConnect or FranceConnect+ that opens by itself to the moment when it closes."""
    window = walk.window
    person = re.compile(person, re.IGNORECASE)
    window.find(person, BUTTON)
    if picture:
        walk.picture(picture)
    window.click(person)
    window.click(re.compile("^Continuer$"))
    window.wait_gone(walk.text("fc.note"))


def attach_company(walk):
    window = walk.window
    field = walk.text("attach.field")
    window.fill(field, "000 058 264")
    window.find(walk.text("err.E09"))
    walk.picture("attach-typing-error")
    window.fill(field, OTHER_SIREN)
    window.find(walk.text("attach.refused.title"))
    walk.picture("attach-refused")
    window.click(walk.text("attach.refused.fix"))
    window.fill(field, SIREN_WRITTEN)
    window.find_enabled(walk.text("attach.submit"))
    walk.picture("attach-confirmed")
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello", f"{DIRECTOR} {FAMILY.upper()}"))


def look_at_home(walk):
    window = walk.window
    for card in ("home.todo", "home.watch", "home.who"):
        window.find(walk.text(card))
    window.find(walk.text("a11y.examine"), BUTTON)
    # Every portal has told its accounts, and so who has left.
    window.find(walk.text("home.watch.leavers"))
    window.wait_gone(walk.text("home.who.silent"))
    walk.picture("home")


def open_page(walk, key):
    """By the side menu; the entry also says how many wait."""
    name = re.escape(walk.words.text(key))
    walk.window.click(re.compile(f"^{name}(,.*)?$"))


def register(walk, given, family, portal=PORTAL, role="ABONNE"):
    """Someone asks on the portal's page; the request reaches the window by itself."""
    email = f"{given}.{family}@fabre-filles.example".lower()
    Outside(walk.world).register(portal, SIREN, given, family, email, jobTitle="Comptable", role=role)
    walk.window.find(re.compile(f"{given} {family}"), ROWS)


def answer_requests(walk):
    window, outside = walk.window, Outside(walk.world)
    open_page(walk, "nav.requests")
    register(walk, "Marguerite", "Aubrac")
    window.click(re.compile("Marguerite Aubrac"), ROWS)
    accept = walk.text("a11y.accept", "Marguerite Aubrac")
    window.find_enabled(accept)
    walk.picture("request")
    window.click(accept)
    window.find(walk.text("undo.bar.accept", "Marguerite Aubrac"))
    walk.picture("undo")
    window.keys("ctrl+z")
    window.click(re.compile("Marguerite Aubrac"), ROWS)
    window.click(accept)
    outside.wait_for_row(PORTAL, "Marguerite Aubrac", "compte ouvert")
    register(walk, "Octave", "Lemoine")
    window.click(re.compile("Octave Lemoine"), ROWS)
    window.find_enabled(walk.text("a11y.refuse", "Octave Lemoine"))
    window.keys("r")
    window.click(walk.text("req.refuse.r1"))
    walk.picture("refuse")
    # The dialog's own button has the same words.
    window.click(walk.text("a11y.refuse", "Octave Lemoine"))
    outside.wait_for_row(PORTAL, "Octave Lemoine", "refus")
    window.click(walk.text("req.tab.done"))
    window.find(re.compile("Octave Lemoine"), ROWS)
    walk.picture("requests-answered")


def close_account(walk):
    window, outside = walk.window, Outside(walk.world)
    open_page(walk, "nav.accounts")
    for key in ("acc.group.portal", "acc.group.site", "acc.group.person"):
        window.click(walk.text(key))
        walk.picture("accounts-" + key.removeprefix("acc.group."))
    window.click(re.compile(f"^{re.escape(walk.words.text('acc.f.left'))}"))
    walk.picture("accounts-filtered")
    window.click(re.compile(f"^{re.escape(walk.words.text('acc.f.all'))}"))
    window.fill(walk.text("acc.search"), "Marguerite")
    account = walk.text("a11y.account", "Marguerite Aubrac")
    window.find(account, ROWS)
    walk.picture("accounts-searched")
    window.click(account, ROWS)
    window.find(walk.text("acc.close.q"))
    walk.picture("close-account")
    window.click(walk.text("acc.sheet.close.key"))
    outside.wait_for_row(PORTAL, "Marguerite Aubrac", "fermé")


def certify_account(walk):
    """Another director signs in: a sole trader, whom SIRENE answers for, with an account that is not certified yet."""
    window, outside = walk.window, Outside(walk.world)
    window.click(walk.text("nav.signout"))
    window.find(walk.text("signin.button"), BUTTON)
    pass_franceconnect(walk, SOLE_TRADER)
    window.fill(walk.text("attach.field"), SOLE_SIREN)
    window.click(walk.text("attach.submit"))
    open_page(walk, "nav.certified")
    certify = walk.text("a11y.certify", "Chorus Pro")
    window.find_enabled(certify, BUTTON)
    walk.picture("certification")
    window.click(certify)
    outside.wait_for_row(OWN_PORTAL, OWN_NAME, "| certifié")
    window.wait_gone(certify)
    walk.picture("certified")
    outside.ask_whether_still_director(OWN_PORTAL)
    outside.wait_for_row(OWN_PORTAL, OWN_NAME, "oui, ", "au 23/11/2026")


def set_contact_email(walk):
    window, outside = walk.window, Outside(walk.world)
    open_page(walk, "nav.email")
    window.fill(walk.text("mail.new"), "direction@yopmail.com")
    window.click(walk.text("mail.send.key"))
    if walk.world.has_plus:
        # An act of high effect: FranceConnect+ opens by itself, and the act goes on after it.
        pass_page(walk, SOLE_TRADER, "franceconnect-plus")
    window.find(walk.text("err.email.disposable"))
    walk.picture("contact-email-refused")
    window.fill(walk.text("mail.new"), NEW_ADDRESS)
    window.click(walk.text("mail.send.key"))
    window.find_enabled(walk.text("a11y.codefield"), FIELDS)
    code = re.search(r"(?<!\d)(\d{6})(?!\d)", outside.wait_for_message(NEW_ADDRESS))[1]
    window.fill(walk.text("a11y.codefield"), code)
    walk.picture("contact-email-code")
    window.click(walk.text("mail.save.key"))
    window.find(walk.text("mail.done"))
    outside.wait_for_message(OLD_ADDRESS, NEW_ADDRESS)
    walk.picture("contact-email-set")
    # From now on requests are announced there.
    Outside(walk.world).register(PORTAL, SOLE_SIREN, "Solange", "Vidal", "s.vidal@cabinet.example", role="ABONNE")
    outside.wait_for_message(NEW_ADDRESS, "PC-2026-")


def start_again_and_leave(walk):
    window = walk.window
    open_page(walk, "nav.requests")
    window.find(re.compile("Solange Vidal"), ROWS)
    walk.check("before-quit", walk)
    window.close()
    if walk.desktop.wait(20):
        walk.desktop.fail("did not end well")
    walk.check("quit", walk)
    # Without the service, what the window shows can only be the copy.
    walk.service.stop()
    started = time.monotonic()
    walk.start_desktop()
    window = walk.window
    window.find(walk.text("home.hello"))
    print(f"  the window is back after {time.monotonic() - started:.1f} s, seen through the accessibility bus")
    window.find(re.compile("Solange Vidal"))
    window.find(re.compile(re.escape(walk.words.text("status.offline"))))
    assert not window.look(walk.text("signin.button")), "a sign-in was asked for"
    assert not walk.desktop.maps("QtWebEngine"), "the web engine is in memory after a start from the copy"
    walk.picture("started-again")
    walk.service = walk.world.start_service()
    Outside(walk.world).register(PORTAL, SOLE_SIREN, "Armand", "Tellier", "a.tellier@cabinet.example", role="ABONNE")
    window.find(re.compile("Armand Tellier"))
    window.find(walk.text("status.fresh"))
    walk.picture("fresh-data")
    window.click(walk.text("nav.signout"))
    window.find(walk.text("signin.button"), BUTTON)
    walk.picture("signed-out")
    walk.check("signed-out", walk)
    window.close()
    walk.desktop.wait(20)
