-- SPDX-License-Identifier: MIT
-- One row: made with the keys that everything sealed in this database was sealed with, to know them again.
CREATE TABLE keys_check (
    id INTEGER PRIMARY KEY,
    sealed TEXT NOT NULL,
    fingerprint TEXT NOT NULL
);
