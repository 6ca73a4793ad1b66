-- SPDX-License-Identifier: MIT
-- How the job of retention finds what is old.
CREATE INDEX access_request_settled ON access_request (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX delivery_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX mail_outbox_settled ON mail_outbox (created_at) WHERE state <> 'waiting';
CREATE INDEX email_verification_by_age ON email_verification (created_at);
CREATE INDEX email_order_settled ON email_order (created_at) WHERE state NOT IN ('waiting', 'taken');
