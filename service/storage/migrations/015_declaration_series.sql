-- SPDX-License-Identifier: MIT
-- Whole declarations of a company's accounts that come in several calls: which pages came, and the accounts they held.
-- `id` and the page numbers are the portal's; `completed` once every page came, so that one sent again is known.

CREATE TABLE declaration_series (
    series TEXT PRIMARY KEY,
    siren TEXT NOT NULL,
    portal TEXT NOT NULL,
    id TEXT NOT NULL,
    as_of TEXT NOT NULL,
    pages INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    began_at TEXT NOT NULL,
    UNIQUE (siren, portal)
);
CREATE INDEX declaration_series_by_age ON declaration_series (began_at);

CREATE TABLE declaration_page (
    series TEXT NOT NULL REFERENCES declaration_series (series) ON DELETE CASCADE,
    page INTEGER NOT NULL,
    PRIMARY KEY (series, page)
);

CREATE TABLE declared_account (
    series TEXT NOT NULL REFERENCES declaration_series (series) ON DELETE CASCADE,
    account TEXT NOT NULL,
    PRIMARY KEY (series, account)
);
