-- SPDX-License-Identifier: MIT
-- Keyed prints of a person and a company: the register that comes first last refused, or doubted, the one as a director
-- of the other.

CREATE TABLE person_objection (
    print TEXT PRIMARY KEY,
    seen_at TEXT NOT NULL
);
CREATE INDEX person_objection_by_age ON person_objection (seen_at);
