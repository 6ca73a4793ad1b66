-- A sign-in from its opening by the application to the one-time code. Tickets, states and codes are kept as hashes.
CREATE TABLE sign_in_transactions (
    id TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    stage TEXT NOT NULL,
    code_challenge TEXT NOT NULL,
    dpop_jkt TEXT NOT NULL,
    return_to TEXT NOT NULL,
    loopback_port INTEGER,
    expected_subject TEXT,
    ticket_hash TEXT NOT NULL UNIQUE,
    cookie_hash TEXT,
    state_hash TEXT UNIQUE,
    nonce_hash TEXT,
    code_hash TEXT,
    code_expires_at TEXT,
    proof_sealed TEXT
);
CREATE INDEX sign_in_transactions_expiry ON sign_in_transactions (expires_at);

-- The session of one device. Names and pivot identity are sealed; the pivot identity is erased after its use.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    name_sealed TEXT NOT NULL,
    device_key TEXT NOT NULL,
    device_thumbprint TEXT NOT NULL,
    signed_in_at TEXT NOT NULL,
    assurance INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    last_used_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    id_token_sealed TEXT,
    pivot_sealed TEXT,
    pivot_until TEXT
);
CREATE INDEX sessions_subject ON sessions (subject);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE access_tokens (
    hash TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
);
CREATE INDEX access_tokens_session ON access_tokens (session_id);
CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);

CREATE TABLE refresh_tokens (
    hash TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    successor_hash TEXT
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

-- Proofs already seen (RFC 9449, 11.1), by hash of key and jti.
CREATE TABLE dpop_proofs (
    hash TEXT PRIMARY KEY,
    expires_at TEXT NOT NULL
);
CREATE INDEX dpop_proofs_expiry ON dpop_proofs (expires_at);

-- Addresses that end the session at FranceConnect too, usable once.
CREATE TABLE sign_out_tickets (
    hash TEXT PRIMARY KEY,
    expires_at TEXT NOT NULL,
    id_token_sealed TEXT NOT NULL
);
