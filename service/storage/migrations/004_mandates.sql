-- SPDX-License-Identifier: MIT
-- When a mandate was last looked up, whatever came of it: the nightly sweep spreads its calls by it. When the file of a
-- doubt was sent to support.

ALTER TABLE mandate ADD COLUMN tried_at TEXT NOT NULL DEFAULT '';
CREATE INDEX mandate_by_trial ON mandate (state, tried_at);

ALTER TABLE review_case ADD COLUMN sent_at TEXT NOT NULL DEFAULT '';
CREATE INDEX review_case_by_age ON review_case (seen_at);
