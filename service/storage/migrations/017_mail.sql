-- SPDX-License-Identifier: MIT
-- What companies are to be told about requests, and when they were last told something; messages that came back.

CREATE TABLE company_notice (
    siren TEXT NOT NULL,
    topic TEXT NOT NULL,
    reference TEXT NOT NULL,
    due_at TEXT NOT NULL,
    PRIMARY KEY (siren, topic, reference)
);
CREATE INDEX company_notice_due ON company_notice (due_at);

CREATE TABLE company_told (
    siren TEXT NOT NULL,
    topic TEXT NOT NULL,
    told_at TEXT NOT NULL,
    PRIMARY KEY (siren, topic)
);

ALTER TABLE mail_outbox ADD COLUMN siren TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_outbox ADD COLUMN bounce TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_outbox ADD COLUMN bounced_at TEXT;
CREATE INDEX mail_outbox_bounced ON mail_outbox (recipient, bounced_at) WHERE bounced_at IS NOT NULL;
