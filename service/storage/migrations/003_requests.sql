-- SPDX-License-Identifier: MIT
-- Requests, accounts, decisions and what follows from them. `content` columns are sealed with the service's key:
-- names and addresses cannot be read from the database alone.

CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE company_cursor (
    siren TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE journal_line (
    siren TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (siren, sequence)
);

CREATE TABLE mail_outbox (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    recipient TEXT NOT NULL,
    content TEXT NOT NULL,
    server_reply TEXT NOT NULL
);
CREATE INDEX mail_outbox_due ON mail_outbox (state, next_attempt_at);
CREATE INDEX mail_outbox_by_recipient ON mail_outbox (recipient, created_at);

CREATE TABLE portal_token (
    token_hash TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    scopes TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX portal_token_by_expiry ON portal_token (expires_at);

CREATE TABLE idempotent_call (
    portal TEXT NOT NULL,
    call_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    reference TEXT NOT NULL,
    called_at TEXT NOT NULL,
    PRIMARY KEY (portal, call_key)
);
CREATE INDEX idempotent_call_by_age ON idempotent_call (called_at);

CREATE TABLE access_request (
    reference TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    portal TEXT NOT NULL,
    portal_reference TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    decided_at TEXT,
    content TEXT NOT NULL,
    UNIQUE (portal, portal_reference)
);
CREATE INDEX access_request_by_company ON access_request (siren, received_at);
CREATE INDEX access_request_by_expiry ON access_request (state, expires_at);

CREATE TABLE portal_account (
    siren TEXT NOT NULL,
    id TEXT NOT NULL,
    portal TEXT NOT NULL,
    scim_id TEXT NOT NULL,
    etag TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    certification TEXT NOT NULL,
    certified_subject TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (siren, id)
);
CREATE INDEX portal_account_by_portal ON portal_account (siren, portal);

CREATE TABLE portal_source (
    siren TEXT NOT NULL,
    portal TEXT NOT NULL,
    as_of TEXT,
    failing_since TEXT,
    PRIMARY KEY (siren, portal)
);

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    target TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    signed_hash TEXT NOT NULL,
    receipt_number TEXT NOT NULL UNIQUE,
    verification_code TEXT NOT NULL UNIQUE
);
CREATE INDEX decision_by_company ON decision (siren, taken_at);

CREATE TABLE evidence (
    siren TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    decision TEXT NOT NULL,
    content TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    seal TEXT NOT NULL,
    PRIMARY KEY (siren, sequence)
);
CREATE INDEX evidence_by_decision ON evidence (decision);

CREATE TABLE evidence_head (
    siren TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    seal TEXT NOT NULL
);

CREATE TABLE delivery (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    portal TEXT NOT NULL,
    decision TEXT NOT NULL,
    kind TEXT NOT NULL,
    target TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    next_attempt_at TEXT NOT NULL,
    settled_at TEXT,
    content TEXT NOT NULL
);
CREATE INDEX delivery_due ON delivery (state, next_attempt_at);
CREATE INDEX delivery_by_target ON delivery (siren, target);
