-- SPDX-License-Identifier: MIT
-- The receiver that the operator declared when the portal chose its own: once another is declared, that one counts. Empty
-- in rows of before.

ALTER TABLE portal_subscription ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';
