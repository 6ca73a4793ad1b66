-- SPDX-License-Identifier: MIT
-- FranceConnect+ beside FranceConnect: which of the two a sign-in goes to, and which proved a session.
ALTER TABLE sign_in_transactions ADD COLUMN provider TEXT NOT NULL DEFAULT 'franceconnect';
ALTER TABLE sessions ADD COLUMN provider TEXT NOT NULL DEFAULT 'franceconnect';
-- Keyed fingerprint of the identity, as long as the session: FranceConnect+ is compared with it.
ALTER TABLE sessions ADD COLUMN pivot_print TEXT;
ALTER TABLE sign_out_tickets ADD COLUMN provider TEXT NOT NULL DEFAULT 'franceconnect';

-- The service's pseudonym of a person, by the one that FranceConnect+ gives.
CREATE TABLE plus_subjects (
    plus_subject TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    linked_at TEXT NOT NULL
);
