-- SPDX-License-Identifier: MIT
-- Companies that people attached, and their contact e-mail. `content` columns are sealed with the service's key. The
-- pivot identity is nowhere: prints are keyed fingerprints of the officer as the register writes them.

CREATE TABLE company (
    siren TEXT PRIMARY KEY,
    refreshed_at TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE mandate (
    subject TEXT NOT NULL,
    siren TEXT NOT NULL,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    attached_at TEXT NOT NULL,
    verified_at TEXT NOT NULL,
    ended_at TEXT,
    exact_print TEXT NOT NULL,
    name_print TEXT NOT NULL,
    birth_print TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (subject, siren)
);
CREATE INDEX mandate_by_company ON mandate (siren, state);
CREATE INDEX mandate_by_age ON mandate (state, verified_at);

CREATE TABLE review_case (
    subject TEXT NOT NULL,
    siren TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    seen_at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (subject, siren)
);

CREATE TABLE contact_email (
    siren TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    pending_state TEXT NOT NULL,
    changed_at TEXT,
    content TEXT NOT NULL
);

CREATE TABLE email_verification (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    tries_left INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX email_verification_by_company ON email_verification (siren, created_at);

CREATE TABLE email_order (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX email_order_due ON email_order (state, next_attempt_at);
