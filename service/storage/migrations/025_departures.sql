-- SPDX-License-Identifier: MIT
-- Accounts of somebody who leaves, closed in one decision. `content` is sealed: who leaves, who decided, why (until the
-- departure has ended), roles, the portal's words. `due_at` is when a job looks at it next. `answered_at` of an order: when
-- the portal's word on a closure that an event asked for came, or its silence was noted; one decision may ask several.

CREATE TABLE departure (
    id TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    state TEXT NOT NULL,
    decision TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    ended_at TEXT,
    content TEXT NOT NULL
);
CREATE INDEX departure_by_company ON departure (siren, started_at);
CREATE INDEX departure_due ON departure (due_at) WHERE ended_at IS NULL;
CREATE INDEX departure_ended ON departure (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE departure_step (
    departure TEXT NOT NULL,
    account TEXT NOT NULL,
    siren TEXT NOT NULL,
    portal TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    decision TEXT NOT NULL,
    late_at TEXT,
    late INTEGER NOT NULL DEFAULT 0,
    still_open_at TEXT,
    looked_at BIGINT NOT NULL DEFAULT -1,
    content TEXT NOT NULL,
    PRIMARY KEY (departure, account)
);
CREATE INDEX departure_step_by_account ON departure_step (siren, account);
CREATE INDEX departure_step_by_portal ON departure_step (siren, portal) WHERE state NOT IN ('confirmed', 'notNeeded');
CREATE INDEX departure_step_late ON departure_step (late_at) WHERE state = 'requested' AND late = 0;
CREATE INDEX departure_step_replacement ON departure_step (departure) WHERE state = 'replacementNeeded';
-- Nobody closes an account in two departures at once.
CREATE UNIQUE INDEX departure_step_open ON departure_step (siren, account)
WHERE state NOT IN ('confirmed', 'notNeeded', 'declaredDone');

ALTER TABLE delivery ADD COLUMN answered_at TEXT;
UPDATE delivery SET answered_at = settled_at
WHERE kind = 'askClosure' AND EXISTS (
    SELECT 1 FROM evidence e WHERE e.decision = delivery.decision AND e.siren = delivery.siren
    AND e.kind IN ('acknowledgement', 'refusal', 'unanswered'));
