-- SPDX-License-Identifier: MIT
-- Pairs that FranceConnect+ encrypts for, one of a kind, sealed: every instance opens what any of them published.
CREATE TABLE encryption_pair (
    kind TEXT PRIMARY KEY,
    sealed TEXT NOT NULL
);
