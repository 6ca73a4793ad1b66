-- SPDX-License-Identifier: MIT
-- Which running service has taken a row out of a queue, so that others see at once when it is gone. Empty: none.
ALTER TABLE delivery ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_outbox ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE email_order ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
CREATE INDEX delivery_claimed ON delivery (claimed_by) WHERE claimed_by <> '';
CREATE INDEX mail_outbox_claimed ON mail_outbox (claimed_by) WHERE claimed_by <> '';
CREATE INDEX email_order_claimed ON email_order (claimed_by) WHERE claimed_by <> '';
