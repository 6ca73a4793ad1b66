-- SPDX-License-Identifier: MIT
-- Accounts of which newer word came, in a delta or with a closure, while a series of pages was under way.

ALTER TABLE declared_account ADD COLUMN overtaken INTEGER NOT NULL DEFAULT 0;
CREATE INDEX declared_account_overtaken ON declared_account (series) WHERE overtaken = 1;
