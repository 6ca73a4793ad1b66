-- SPDX-License-Identifier: MIT
-- What the computer of a session calls itself, sealed, so that a person knows their sessions apart.
ALTER TABLE sign_in_transactions ADD COLUMN device_sealed TEXT;
ALTER TABLE sessions ADD COLUMN device_sealed TEXT;
