# SPDX-License-Identifier: MIT
"""The search for what must not be readable on the disk finds it when it is there."""
import base64
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import leftovers  # noqa: E402

REFRESH = "r3Fr-sh_tokenZZ0Y1X2W3V4U5T6S7R8Q9P0O1N2M3L"
COPY = base64.urlsafe_b64encode(bytes(range(200, 232))).rstrip(b"=").decode()
D = base64.urlsafe_b64encode(bytes(range(100, 132))).rstrip(b"=").decode()
X = base64.urlsafe_b64encode(bytes(range(32))).rstrip(b"=").decode()
OWNER = "b9a1c2d3e4f50617"
# As core/session/SessionSecrets.cpp writes it.
ITEM = json.dumps(
    {
        "copy": COPY,
        "key": {"crv": "P-256", "d": D, "kty": "EC", "x": X, "y": X[::-1]},
        "owner": OWNER,
        "refresh": REFRESH,
        "system": False,
        "v": 1,
    }
).encode()


class Leftovers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def found(self, content, members=None):
        """Names of the secrets that are found in a file with this content."""
        with open(os.path.join(self.folder, "planted"), "wb") as file:
            file.write(content)
        secrets = leftovers.secrets_of({ITEM, base64.b64encode(ITEM)}, members)
        findings = leftovers.search([self.folder], (), secrets, shapes=())
        return {finding.split("“")[1].split("”")[0] for finding in findings}

    def test_search_nothingPlanted_findsNothing(self):
        self.assertEqual(self.found(b'{"kty": "EC", "crv": "P-256"} and other words'), set())

    def test_search_wholeItem_findsIt(self):
        self.assertIn("item", self.found(b"before" + ITEM + b"after"))
        self.assertEqual(self.found(base64.b64encode(ITEM)), {"item"})

    def test_search_oneSecretAlone_findsIt(self):
        for name, text in (("refresh", REFRESH), ("copy", COPY), ("key.d", D)):
            self.assertEqual(self.found(f"log: {text}, more".encode()), {name})
            self.assertEqual(self.found(f"log: {text}, more".encode(), leftovers.OPENING), {name})

    def test_search_otherSpelling_findsIt(self):
        spelt = {
            "bytes": bytes(range(100, 132)),
            "hex": bytes(range(100, 132)).hex().encode(),
            "hex in capitals": bytes(range(100, 132)).hex().upper().encode(),
            "base64": base64.b64encode(bytes(range(100, 132))),
            "base64 of the text": base64.b64encode(D.encode()),
            "hex of the text": D.encode().hex().encode(),
            "UTF-16": D.encode("utf-16-le"),
        }
        for spelling, content in spelt.items():
            self.assertEqual(self.found(b"\0\1" + content + b"\2"), {"key.d"}, spelling)

    def test_search_ownerAndPublicKey_onlyWhereNotAllowed(self):
        content = f"{OWNER} {X}".encode()
        self.assertEqual(self.found(content), {"owner", "key.x"})
        self.assertEqual(self.found(content, leftovers.OPENING), set())

    def test_search_noFile_isAFinding(self):
        self.assertTrue(leftovers.search([self.folder], (), set()))


if __name__ == "__main__":
    unittest.main()
