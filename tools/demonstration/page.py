# SPDX-License-Identifier: MIT
"""A web page as a visitor uses it: its text, and its forms filled and sent."""
import html.parser
import http.cookiejar
import re
import urllib.parse
import urllib.request


class _Reader(html.parser.HTMLParser):
    """Text, and forms with their fields as a browser would send them untouched."""

    def __init__(self):
        super().__init__()
        self.words, self.rows, self.forms = [], [], []
        self._select = None
        self._unseen = self._in_row = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("script", "style"):
            self._unseen = True
        elif tag == "tr":
            self.rows.append([])
            self._in_row = True
        elif tag == "form":
            self.forms.append({"action": attributes.get("action", ""), "fields": {}, "options": {}})
        elif not self.forms:
            return
        elif tag == "option" and self._select:
            self._option(attributes)
        elif attributes.get("name"):
            self._field(tag, attributes)

    def _field(self, tag, attributes):
        name, kind, fields = attributes["name"], attributes.get("type", "text"), self.forms[-1]["fields"]
        if tag == "select":
            self._select = name
        elif kind in ("checkbox", "radio"):
            self.forms[-1]["options"].setdefault(name, []).append(attributes.get("value", "on"))
            if "checked" in attributes:
                fields.setdefault(name, []).append(attributes.get("value", "on"))
        elif tag == "textarea" or (tag == "input" and kind != "submit"):
            fields[name] = attributes.get("value", "")

    def _option(self, attributes):
        value, form = attributes.get("value", ""), self.forms[-1]
        form["options"].setdefault(self._select, []).append(value)
        if "selected" in attributes or self._select not in form["fields"]:
            form["fields"][self._select] = value

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self._unseen = False
        elif tag == "tr":
            self._in_row = False
        elif tag == "select":
            self._select = None

    def handle_data(self, data):
        if not self._unseen:
            self.words.append(data)
            if self._in_row and data.strip():
                self.rows[-1].append(data.strip())


class Visitor:
    """A browser without a window: cookies, pages, forms."""

    def __init__(self):
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)
        self.address, self.text, self.rows, self.forms = "", "", [], []

    def open(self, address, fields=None):
        body = urllib.parse.urlencode(fields, doseq=True).encode() if fields is not None else None
        with self._opener.open(address, body, timeout=10) as answer:
            self.address = answer.geturl()
            reader = _Reader()
            reader.feed(answer.read(4_000_000).decode("utf-8"))
        self.text = re.sub(r"\s+", " ", " ".join(reader.words))
        self.rows = [" | ".join(row) for row in reader.rows]
        self.forms = reader.forms
        return self

    def form(self, *names):
        """The form that has all of these fields."""
        for form in self.forms:
            if all(name in form["fields"] or name in form["options"] for name in names):
                return form
        raise LookupError(f"{self.address} has no form with {names}: {[list(f['fields']) for f in self.forms]}")

    def send(self, form, **values):
        fields = {**form["fields"], **values}
        address = urllib.parse.urljoin(self.address, form["action"])
        return self.open(address, fields)
