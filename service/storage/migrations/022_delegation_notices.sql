-- SPDX-License-Identifier: MIT
-- Which end of a delegation was told of (`due_at` as it was then), and how many days before.

ALTER TABLE delegation ADD COLUMN told_of TEXT NOT NULL DEFAULT '';
ALTER TABLE delegation ADD COLUMN told_days INTEGER NOT NULL DEFAULT 0;
