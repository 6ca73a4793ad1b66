-- SPDX-License-Identifier: MIT
-- When an account was first found closed, as the job of retention saw it; `content` is empty once it forgot whose it was.

ALTER TABLE portal_account ADD COLUMN closed_at TEXT;
CREATE INDEX portal_account_closed ON portal_account (closed_at) WHERE state = 'closed' AND content <> '';
