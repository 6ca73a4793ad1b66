-- SPDX-License-Identifier: MIT
-- What a portal asked for itself: where its events go, within what the operator declared, and which it wants.
-- `candidate`: an address that was not taken in use yet; `candidate_refused`: it did not take the event that tried it.

CREATE TABLE portal_subscription (
    portal TEXT PRIMARY KEY,
    receiver TEXT NOT NULL,
    candidate TEXT NOT NULL,
    candidate_refused INTEGER NOT NULL,
    events TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
