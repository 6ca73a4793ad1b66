# SPDX-License-Identifier: MIT
"""Sign-in, key rotation, sign-out and refusals with the engine that FranceConnect runs on."""
import re
import sys
import time
import urllib.parse

import openid_world
from openid_world import altered

# What the application is told (core/result).
REFUSED, EXPIRED = {"error": "sign-in-refused"}, {"error": "sign-in-expired"}
ABANDONED, UNAVAILABLE = {"error": "sign-in-abandoned"}, {"error": "identity-provider-unavailable"}


def expect(world, outcome, sign_in=None, address=None):
    """Comes back to the service, which tells the application this and nothing else."""
    end = (sign_in or world.sign_in()).come_back(address)
    end.pop("transaction", None)
    assert end == outcome, f"{end} instead of {outcome}"


def signs_in(world, assurance=1):
    person = world.sign_in().whole()
    assert (person["givenName"], person["familyName"]) == ("Angela", "DUBOIS"), person
    assert person["assurance"] == assurance, person


def signatures(world):
    """The algorithm is that of the registration, for ID token and userinfo alike."""
    world.serve("rs256", algorithm="RS256")
    signs_in(world)
    world.serve("rs256")
    expect(world, REFUSED)
    world.serve("es256")
    signs_in(world)


def returns(world):
    """What a browser may bring back from the provider."""
    sign_in = world.sign_in()
    expect(world, ABANDONED, sign_in, sign_in.return_address(end="?abort"))

    sign_in = world.sign_in()
    foreign = sign_in.return_address(altered(sign_in.authorization(), state="a" * 43))
    assert "page" in sign_in.come_back(foreign)

    sign_in = world.sign_in()
    expect(world, REFUSED, sign_in, sign_in.return_address(altered(sign_in.authorization(), nonce="a" * 43)))

    one, other = world.sign_in(), world.sign_in()
    code = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(one.return_address()).query))["code"]
    expect(world, REFUSED, other, altered(other.return_address(), code=code))

    for issuer in (None, "http://127.0.0.1:9/api/v2"):
        sign_in = world.sign_in()
        expect(world, REFUSED, sign_in, altered(sign_in.return_address(), iss=issuer))

    sign_in = world.sign_in()
    back = sign_in.return_address()
    assert "code" in sign_in.come_back(back)
    assert "page" in sign_in.come_back(back), "the same return a second time"


def parameters(world):
    """The provider refuses what FranceConnect refuses: ours are none of it."""
    sign_in = world.sign_in()
    address = sign_in.authorization()
    status, _, text = sign_in.browser.open(altered(address, code_challenge="a" * 43))
    assert status == 400 and "Y030007" in text, text
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))
    assert len(query["state"]) >= 32 and len(query["nonce"]) >= 32, query
    expect(world, EXPIRED, sign_in, altered(sign_in.return_address(address), code="a" * 43))


def times(world):
    """The provider's clock, and the age of what it says."""
    sign_in = world.sign_in()
    back = sign_in.return_address()
    world.provider.order(faults={"clock": 31})
    expect(world, EXPIRED, sign_in, back)
    # Our own tolerance is 60 seconds; these are well beyond it.
    for faults in ({"clock": 600}, {"clock": -600}, {"signedInAgo": 7200}):
        world.provider.order(faults=faults)
        expect(world, REFUSED)
    world.provider.order(faults={})
    signs_in(world)


def levels(world):
    """The level is at least the one asked for, compared by rank."""
    world.serve("es256", assurance="eidas2")
    signs_in(world, 2)
    world.provider.order(faults={"acr": "eidas3"})
    signs_in(world, 3)
    for level in ("eidas1", "eidas2-mfa"):
        world.provider.order(faults={"acr": level})
        expect(world, REFUSED)
    world.provider.order(faults={})


def registrations(world):
    """Clients that the provider does not know as the service thinks."""
    world.serve("plain-userinfo")
    expect(world, REFUSED)
    world.serve("es256", client_secret="not-the-secret-of-this-registration")
    expect(world, REFUSED)


def encryption(world):
    """FranceConnect+: tokens encrypted for the key that the service publishes."""
    for algorithm in ("ECDH-ES", "RSA-OAEP"):
        world.serve(algorithm.lower(), encryption=algorithm, assurance="eidas2")
        signs_in(world, 2)
        published = world.published_keys()
        assert [key["alg"] for key in published if key["use"] == "enc"] == [algorithm], published
        assert all(not set(key) & {"d", "p", "q", "dp", "dq", "qi", "k"} for key in published), published
        # The same pair after a new start: the provider keeps what it fetched for a while.
        world.serve(algorithm.lower(), encryption=algorithm, assurance="eidas2")
        assert world.published_keys() == published
        signs_in(world, 2)
    sign_out(world)
    # Signed only, and encrypted otherwise than was agreed.
    for client in ("es256", "other-encryption"):
        world.serve(client, encryption="ECDH-ES", assurance="eidas2")
        expect(world, REFUSED)
    # FranceConnect+ refuses the scope that only FranceConnect knows.
    world.serve("ecdh-es")
    sign_in = world.sign_in()
    back = sign_in.browser.follow(sign_in.authorization(), world.world.service + "/sign-in/callback")
    assert "error=invalid_scope" in back, back
    expect(world, REFUSED, sign_in, back)


def beside(world):
    """FranceConnect for everybody, FranceConnect+ for acts of high effect: another client, another pseudonym."""
    world.serve("es256", plus="ecdh-es")
    first = world.sign_in()
    me = first.whole()
    assert me["assurance"] == 1, me
    strong = world.sign_in(first.desktop, strength="highEffect", expectedSubject=me["subject"])
    assert "/sign-in/callback-plus?" in strong.return_address()
    strong = world.sign_in(first.desktop, strength="highEffect", expectedSubject=me["subject"])
    again = strong.whole()
    assert (again["subject"], again["assurance"]) == (me["subject"], 2), again


def rotation(world):
    """The keys change while both run: one more look at them, and no more than one in ten seconds."""
    world.serve("es256")
    signs_in(world)
    before = world.provider.order(rotate=True)["jwks"]
    seen = time.monotonic()
    signs_in(world)
    assert world.provider.order()["jwks"] == before + 1, "the new keys are fetched once"
    signs_in(world)
    assert world.provider.order()["jwks"] == before + 1, "and then known"

    world.provider.order(rotate=True)
    start = time.monotonic()
    while "code" not in world.sign_in().come_back():
        seconds = time.monotonic() - start
        assert seconds < 60, "the new keys are never found"
        fetched = world.provider.order()["jwks"] - before - 1
        assert fetched <= seconds / 10 + 1, f"{fetched} fetches in {seconds} s"
        time.sleep(0.2)
    assert time.monotonic() - seen >= 10, "keys were looked at again within ten seconds"


def sign_out(world):
    """Ends here at once, and at the provider once the browser went there."""
    sign_in = world.sign_in()
    sign_in.whole()
    ticket = sign_in.desktop.call("POST", "/v1/sign-out").json()["endSessionUrl"]
    assert sign_in.desktop.call("GET", "/v1/me").status == 401
    ended = world.provider.order()["ended"]
    page = sign_in.browser.follow(ticket, world.provider.issuer)
    status, _, text = sign_in.browser.open(page)
    assert status == 200, text
    action = re.search(r'action="([^"]+)"', text)[1]
    token = re.search(r'name="xsrf" value="([^"]+)"', text)[1]
    status, target, text = sign_in.browser.open(action, {"xsrf": token, "logout": "yes"})
    assert target and target.startswith(world.world.service + "/sign-out/return?state="), (status, text)
    assert world.provider.order()["ended"] == ended + 1
    assert sign_in.browser.open(target)[0] == 200

    # Signed by a key that is published no more: the provider will not, and the session here is over all the same.
    sign_in = world.sign_in()
    sign_in.whole()
    ticket = sign_in.desktop.call("POST", "/v1/sign-out").json()["endSessionUrl"]
    world.provider.order(rotate=True)
    status, _, text = sign_in.browser.open(sign_in.browser.follow(ticket, world.provider.issuer))
    assert status == 400 and "id_token_hint" in text, (status, text)
    assert sign_in.desktop.call("GET", "/v1/me").status == 401


def absence(world):
    """The provider goes away in the middle of a sign-in."""
    world.serve("es256")
    sign_in = world.sign_in()
    back = sign_in.return_address()
    world.provider.stop()
    expect(world, UNAVAILABLE, sign_in, back)


def main():
    with openid_world.running() as world:
        for step in (signatures, returns, parameters, times, levels, registrations, rotation, sign_out,
                     encryption, beside, absence):
            print(step.__name__, flush=True)
            step(world)
    return 0


if __name__ == "__main__":
    sys.exit(main())
