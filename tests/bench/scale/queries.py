# SPDX-License-Identifier: MIT
"""What the service asks of its database, as it asks it, of a company chosen by chance."""

# :n is the company's number, :siren and :person as fill.sql makes them.
SIREN = "lpad((100000000 + :n * 37)::text, 9, '0')"
PERSON = "md5('person' || :n) || md5('p' || :n)"

READS = {
    "cursor": f"SELECT value FROM company_cursor WHERE siren = {SIREN};",
    "mandate": f"SELECT subject, siren, state, content FROM mandate WHERE subject = {PERSON} AND siren = {SIREN};",
    "accounts": f"SELECT siren, scim_id, etag, certified_subject, version, content FROM portal_account WHERE siren = {SIREN} ORDER BY id;",
    "requests": f"SELECT siren, portal_reference, version, content FROM access_request WHERE siren = {SIREN} ORDER BY received_at;",
    "journal": f"SELECT sequence, content FROM journal_line WHERE siren = {SIREN} ORDER BY sequence DESC LIMIT 20;",
    "receipt": f"SELECT sequence, kind, content, hash, seal FROM evidence WHERE siren = {SIREN} AND decision = md5('decision' || :n)::uuid::text ORDER BY sequence;",
    "code": "SELECT id, siren, receipt_number FROM decision WHERE verification_code = left(md5('v' || :n), 19);",
}
SNAPSHOT = "\n".join(READS[name] for name in ("cursor", "mandate", "accounts", "requests", "journal")) + f"""
SELECT portal, as_of, failing_since FROM portal_source WHERE siren = {SIREN};
SELECT state, content FROM contact_email WHERE siren = {SIREN};"""

# One decision's writes, each sealed text of its usual length.
DECISION = f"""BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT value FROM company_cursor WHERE siren = {SIREN};
SELECT sequence, hash FROM evidence_head WHERE siren = {SIREN};
INSERT INTO decision VALUES (gen_random_uuid()::text, {SIREN}, 'x', '2026-11-23T07:00:00.000Z', 'p', 'h', gen_random_uuid()::text, gen_random_uuid()::text);
UPDATE evidence_head SET sequence = sequence + 1, hash = gen_random_uuid()::text WHERE siren = {SIREN};
INSERT INTO evidence (siren, sequence, kind, decision, content, previous_hash, hash, seal)
SELECT siren, sequence, 'decision', gen_random_uuid()::text, repeat('x', 2900), '', gen_random_uuid()::text, repeat('x', 430) FROM evidence_head WHERE siren = {SIREN};
INSERT INTO delivery (id, siren, portal, decision, kind, target, state, attempts, created_at, next_attempt_at, content)
VALUES (gen_random_uuid()::text, {SIREN}, 'impots', 'd', 'requestAnswer', 'x', 'waiting', 0, '2026-11-23T07:00:00.000Z', '2026-11-23T07:00:00.000Z', repeat('x', 500));
UPDATE company_cursor SET value = value + 1 WHERE siren = {SIREN};
INSERT INTO journal_line SELECT siren, value, repeat('x', 330) FROM company_cursor WHERE siren = {SIREN};
COMMIT;"""

CLAIM = """BEGIN;
SELECT id, content FROM delivery WHERE state = 'waiting' AND portal = 'impots' AND next_attempt_at <= '2026-11-24'
ORDER BY next_attempt_at, created_at LIMIT 1 FOR UPDATE SKIP LOCKED;
COMMIT;"""

# What looks at every company, once each.
WHOLE = {
    "attached companies": "SELECT DISTINCT siren FROM mandate WHERE state = 'held' ORDER BY siren",
    "companies to look up tonight": "SELECT COUNT(DISTINCT siren) FROM mandate WHERE state = 'held' AND tried_at < '2026-11-23T03:00:00.000Z'",
    "queues of the metrics": "SELECT portal, COUNT(*), MIN(created_at) FROM delivery WHERE state = 'waiting' GROUP BY portal",
    "old refusals": "SELECT reference FROM access_request WHERE state = 'refused' AND decided_at < '2025-11-23' LIMIT 500",
}
