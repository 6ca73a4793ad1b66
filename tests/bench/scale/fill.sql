-- SPDX-License-Identifier: MIT
-- Fills the service's own schema with :companies companies as the demonstration's are: five accounts on seven portals,
-- one request, decision and order, two links of evidence, two lines of journal each. What the service seals is text of the
-- length that it has in the demonstration.
SET synchronous_commit = off;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

-- As sealed text, which nothing can compress, is kept.
ALTER TABLE evidence ALTER content SET STORAGE EXTERNAL;
ALTER TABLE access_request ALTER content SET STORAGE EXTERNAL;
CREATE FUNCTION pg_temp.sealed(length int) RETURNS text LANGUAGE sql AS
$$ SELECT left(repeat(md5(random()::text), 1 + length / 32), length) $$;
CREATE FUNCTION pg_temp.siren(number int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT lpad((100000000 + number::bigint * 37)::text, 9, '0') $$;
CREATE FUNCTION pg_temp.code(kind text, number int) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT md5(kind || number) $$;
CREATE TEMP TABLE portals AS SELECT * FROM unnest(ARRAY['impots', 'urssaf', 'chorus_pro', 'net_entreprises', 'prodouane',
                                                        'asp', 'portailpro']) AS portal;

INSERT INTO company SELECT pg_temp.siren(n), '2026-11-23T07:00:00.000Z', pg_temp.sealed(1100)
FROM generate_series(1, :companies) n;
INSERT INTO mandate (subject, siren, state, source, attached_at, verified_at, exact_print, name_print, birth_print, content, tried_at)
SELECT pg_temp.code('person', n) || pg_temp.code('p', n), pg_temp.siren(n), 'held', 'rne', '2026-11-23T07:00:00.000Z',
       '2026-11-23T07:00:00.000Z', pg_temp.code('e', n) || pg_temp.code('x', n), pg_temp.code('n', n) || pg_temp.code('m', n),
       pg_temp.code('b', n) || pg_temp.code('d', n), pg_temp.sealed(120), '2026-11-23T02:00:00.000Z'
FROM generate_series(1, :companies) n;
INSERT INTO contact_email SELECT pg_temp.siren(n), 'recordedInSirene', 'absent', '2026-11-23T07:00:00.000Z', pg_temp.sealed(200)
FROM generate_series(1, :companies) n;
INSERT INTO company_cursor SELECT pg_temp.siren(n), 12 FROM generate_series(1, :companies) n;
INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, state, certification, certified_subject, content)
SELECT pg_temp.siren(n), p.portal || ':' || left(pg_temp.code('a' || k, n), 12), p.portal, left(pg_temp.code('s' || k, n), 12),
       'W/"' || k || '"', 1, CASE WHEN k = 5 THEN 'closed' ELSE 'active' END, 'notCertified', '', pg_temp.sealed(900)
FROM generate_series(1, :companies) n, generate_series(1, 5) k, LATERAL (SELECT portal FROM portals OFFSET (n + k) % 7 LIMIT 1) p;
INSERT INTO portal_source SELECT pg_temp.siren(n), portal, '2026-11-23T07:00:00.000Z', NULL
FROM generate_series(1, :companies) n, portals;
INSERT INTO access_request (reference, siren, portal, portal_reference, state, version, received_at, expires_at, decided_at, content, remind_at)
SELECT 'DA-2026-' || lpad(n::text, 9, '0'), pg_temp.siren(n), 'impots', 'IMP-' || n,
       CASE WHEN n % 20 = 0 THEN 'waiting' ELSE 'accepted' END, 2, '2026-11-20T07:00:00.000Z', '2026-12-20T07:00:00.000Z',
       CASE WHEN n % 20 = 0 THEN NULL ELSE '2026-11-21T07:00:00.000Z' END, pg_temp.sealed(1300),
       CASE WHEN n % 20 = 0 THEN '2026-11-27T07:00:00.000Z' END
FROM generate_series(1, :companies) n;
INSERT INTO decision SELECT pg_temp.code('decision', n)::uuid::text, pg_temp.siren(n), 'DA-2026-' || lpad(n::text, 9, '0'),
       '2026-11-21T07:00:00.000Z', pg_temp.code('person', n) || pg_temp.code('p', n), pg_temp.code('h', n) || pg_temp.code('i', n),
       'RC-2026-' || lpad(n::text, 9, '0'), left(pg_temp.code('v', n), 19)
FROM generate_series(1, :companies) n;
INSERT INTO evidence (siren, sequence, kind, decision, content, previous_hash, hash, seal)
SELECT pg_temp.siren(n), k, CASE WHEN k = 1 THEN 'decision' ELSE 'acknowledgement' END, pg_temp.code('decision', n)::uuid::text,
       pg_temp.sealed(CASE WHEN k = 1 THEN 2900 ELSE 400 END), pg_temp.code('y' || k, n) || pg_temp.code('z', n),
       pg_temp.code('q' || k, n) || pg_temp.code('r', n), pg_temp.sealed(430)
FROM generate_series(1, :companies) n, generate_series(1, 2) k;
INSERT INTO evidence_head SELECT pg_temp.siren(n), 2, pg_temp.code('q2', n) || pg_temp.code('r', n), pg_temp.sealed(430)
FROM generate_series(1, :companies) n;
INSERT INTO journal_line SELECT pg_temp.siren(n), k, pg_temp.sealed(330) FROM generate_series(1, :companies) n, generate_series(1, 2) k;
INSERT INTO delivery (id, siren, portal, decision, kind, target, state, attempts, created_at, next_attempt_at, settled_at, content)
SELECT pg_temp.code('delivery', n)::uuid::text, pg_temp.siren(n), 'impots', pg_temp.code('decision', n)::uuid::text, 'requestAnswer',
       'DA-2026-' || lpad(n::text, 9, '0'), CASE WHEN n % 100 = 0 THEN 'waiting' ELSE 'acknowledged' END, 1,
       '2026-11-21T07:00:00.000Z', '2026-11-21T07:00:00.000Z', CASE WHEN n % 100 = 0 THEN NULL ELSE '2026-11-21T07:00:01.000Z' END,
       CASE WHEN n % 100 = 0 THEN pg_temp.sealed(500) ELSE '' END
FROM generate_series(1, :companies) n;
