-- SPDX-License-Identifier: MIT
-- Companies of which the registers, when all of them last answered, said that they ceased, are not covered, or on which
-- they disagreed.

CREATE TABLE company_objection (
    siren TEXT PRIMARY KEY,
    seen_at TEXT NOT NULL
);
