-- SPDX-License-Identifier: MIT
-- When each person last used ProConnect, which their sessions tell for a month only; empty until the job of retention has
-- seen whoever was here before. When they were warned that they will be forgotten.

CREATE TABLE person_use (
    subject TEXT PRIMARY KEY,
    seen_at TEXT NOT NULL,
    warned_at TEXT
);
CREATE INDEX person_use_by_age ON person_use (seen_at);
INSERT INTO person_use (subject, seen_at)
SELECT subject, '' FROM mandate
UNION SELECT subject, '' FROM plus_subjects
UNION SELECT delegate, '' FROM delegation WHERE delegate <> '';

-- When a line was written; empty in lines of before, until the job has seen them.
ALTER TABLE journal_line ADD COLUMN written_at TEXT NOT NULL DEFAULT '';
CREATE INDEX journal_line_undated ON journal_line (siren, sequence) WHERE written_at = '';
CREATE INDEX journal_line_by_age ON journal_line (written_at) WHERE written_at <> '';

-- When the job first found a delegation over.
ALTER TABLE delegation ADD COLUMN over_since TEXT;
CREATE INDEX delegation_over ON delegation (over_since) WHERE due_at IS NULL;
