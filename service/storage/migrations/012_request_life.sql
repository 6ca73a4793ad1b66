-- SPDX-License-Identifier: MIT
-- When a company is next reminded of a request; the addresses that a company does not want to hear of again, as keyed
-- fingerprints.

ALTER TABLE access_request ADD COLUMN remind_at TEXT;
CREATE INDEX access_request_by_reminder ON access_request (remind_at);
UPDATE access_request SET remind_at = received_at
WHERE state IN ('received', 'undeliverable', 'waiting', 'complementAsked', 'forwarded');

CREATE TABLE requester_block (
    siren TEXT NOT NULL,
    address TEXT NOT NULL,
    blocked_at TEXT NOT NULL,
    PRIMARY KEY (siren, address)
);
