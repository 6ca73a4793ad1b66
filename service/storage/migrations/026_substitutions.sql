-- Who is to take over from an orphaned administrator's account (Substitution), for the portal's next data to be
-- compared with; empty: nobody was named.
ALTER TABLE portal_account ADD COLUMN successor TEXT NOT NULL DEFAULT '';
CREATE INDEX portal_account_substituted ON portal_account (siren, portal) WHERE successor <> '';
