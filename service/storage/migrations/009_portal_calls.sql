-- SPDX-License-Identifier: MIT
-- Calls of each caller in the present window of a quota, counted by all instances together. Assertions by which portals
-- proved their key (RFC 7523), kept as hashes until they expire so that none serves twice.

CREATE TABLE call_count (
    purpose TEXT NOT NULL,
    caller TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (purpose, caller)
);

CREATE TABLE client_assertion (
    hash TEXT PRIMARY KEY,
    expires_at TEXT NOT NULL
);
CREATE INDEX client_assertion_by_expiry ON client_assertion (expires_at);
