-- SPDX-License-Identifier: MIT
-- When the job of retention first saw a link; the service's seal over its erasure, once what it said was kept long enough.

ALTER TABLE evidence ADD COLUMN written_at TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN erasure TEXT NOT NULL DEFAULT '';
CREATE INDEX evidence_undated ON evidence (siren, sequence) WHERE written_at = '';
CREATE INDEX evidence_by_age ON evidence (written_at, siren, sequence) WHERE erasure = '' AND written_at <> '';
