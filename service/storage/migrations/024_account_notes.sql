-- SPDX-License-Identifier: MIT
-- What directors said of accounts: findings that they leave as they are until a day, and addresses that are one person's
-- or are not. What is meant is sealed in `content`; `print` is a keyed fingerprint of it, by which the next word on the
-- same replaces it.

CREATE TABLE finding_set_aside (
    print TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    until_day TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX finding_set_aside_by_company ON finding_set_aside (siren);
CREATE TABLE person_link (
    print TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX person_link_by_company ON person_link (siren);
