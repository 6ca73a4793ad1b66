-- SPDX-License-Identifier: MIT
-- Delegations. Pseudonyms stand in clear to be found by; who is meant, and what for, is sealed in `content`. The code of
-- an invitation is a keyed fingerprint, erased when it was answered. `due_at`: when time alone changes the state next.

CREATE TABLE delegation (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    version INTEGER NOT NULL,
    delegator TEXT NOT NULL,
    delegate TEXT NOT NULL,
    code_hash TEXT UNIQUE,
    tries_left INTEGER NOT NULL,
    proposed_at TEXT NOT NULL,
    due_at TEXT,
    content TEXT NOT NULL
);
CREATE INDEX delegation_by_company ON delegation (siren, proposed_at);
CREATE INDEX delegation_by_delegate ON delegation (delegate, siren);
CREATE INDEX delegation_due ON delegation (due_at);
