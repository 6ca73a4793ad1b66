# SPDX-License-Identifier: MIT
"""A portal without an interface gives its accounts as a file: a director imports it, then a wrong one by mistake, then the
right one in its place."""
import os
import re

from demonstration import steps

FILES = True  # customs (prodouane) give files alone
DIRECTOR = "Claire.*Fabre"
EXPORT = "prodouane-000058263.csv"
WRONG = "autre-entreprise.csv"
ROMAIN, YANIS, STRANGER = "Romain Peltier", "Yanis Meunier", "Ada Inconnue"


def company_attached(walk):
    window = walk.window
    steps.pass_franceconnect(walk, DIRECTOR)
    window.fill(walk.text("attach.field"), steps.SIREN_WRITTEN)
    window.click(walk.text("attach.submit"))
    window.find(walk.text("home.hello"))
    steps.open_page(walk, "nav.accounts")
    walk.exports = walk.world.write_exports()


def open_file(walk, name):
    window = walk.window
    window.click(walk.text("imp.button"), steps.BUTTON)
    window.find(walk.text("imp.lead"))
    window.click(walk.text("imp.choose"), steps.BUTTON)
    # The dialog of files begins in its field for a name.
    window.find(walk.text("imp.choose"), ("dialog", "file chooser"))
    window.type(os.path.join(walk.exports, name))
    window.keys("Return")
    window.find(walk.text("imp.file.name", name))


def date_confirmed(walk):
    walk.window.find(walk.text("imp.asof.missing"))
    walk.window.click(walk.text("imp.asof.confirm"), ("check box",))
    walk.window.find_enabled(walk.text("imp.go"), steps.BUTTON)


def accounts_of(walk, name):
    """How the table has somebody, as words are typed."""
    walk.window.fill(walk.text("acc.search"), name.split()[1])
    return walk.text("a11y.account", name)


def first_list(walk):
    window = walk.window
    open_file(walk, EXPORT)
    window.find(re.compile(f"2.*{ROMAIN}\n{YANIS}", re.DOTALL))
    date_confirmed(walk)
    walk.picture("import-preview")
    window.click(walk.text("imp.go"), steps.BUTTON)
    window.find(re.compile(walk.words.text("imp.done").replace("%1", ".*")))
    window.find(accounts_of(walk, YANIS), steps.ROWS)
    walk.picture("import-done")


def wrong_list(walk):
    """It ends both accounts: one click is not enough, and Enter goes back."""
    window = walk.window
    path = os.path.join(walk.exports, WRONG)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"identifiant;titulaire\nPRO-9;{STRANGER}\n")
    written = walk.world.now().timestamp() - 1800
    os.utime(path, (written, written))
    open_file(walk, WRONG)
    window.find(walk.text("imp.gone.warn", 2))
    date_confirmed(walk)
    window.click(walk.text("imp.go"), steps.BUTTON)
    window.find(walk.text("imp.sure.gone"))
    walk.picture("import-ends-many")
    window.keys("Return")
    window.wait_gone(walk.text("imp.sure.gone"))
    window.click(walk.text("imp.go"), steps.BUTTON)
    window.click(walk.text("imp.sure.go"), steps.BUTTON)
    window.find(accounts_of(walk, STRANGER), steps.ROWS)


def older_list_in_its_place(walk):
    window = walk.window
    open_file(walk, EXPORT)
    window.find(walk.text("imp.older.body"))
    date_confirmed(walk)
    walk.picture("import-older")
    window.click(walk.text("imp.go"), steps.BUTTON)
    window.find(re.compile(walk.words.text("imp.sure.older").split("%1")[0]))
    window.click(walk.text("imp.sure.go"), steps.BUTTON)
    window.find(accounts_of(walk, ROMAIN), steps.ROWS)
    window.find(accounts_of(walk, YANIS), steps.ROWS)
    window.fill(walk.text("acc.search"), STRANGER.split()[1])
    window.wait_gone(walk.text("a11y.account", STRANGER))
    walk.picture("import-replaced")


STEPS = [
    ("the company is attached", company_attached),
    ("the portal's own list is imported", first_list),
    ("a wrong list is confirmed twice", wrong_list),
    ("the right one takes its place", older_list_in_its_place),
]
