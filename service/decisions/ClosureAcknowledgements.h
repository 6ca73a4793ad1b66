// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountStore.h"
#include "service/departures/DepartureProgress.h"
#include "service/evidence/EvidenceChain.h"
#include "service/portals/PortalGuard.h"

namespace proconnect::service {

class Database;
class Journal;

/// What portals say of the closures that an event asked for: POST
/// /portal/v1/closures/{id}/acknowledgement, {id} being the event's "jti".
class ClosureAcknowledgements
{
public:
    ClosureAcknowledgements(Database& database, AccountStore accounts, EvidenceChain evidence,
                            const Journal& journal, DepartureProgress departures, const Clock& clock,
                            PortalGuard& guard)
        : m_database(database), m_accounts(accounts), m_evidence(evidence), m_journal(journal),
          m_departures(departures), m_clock(clock), m_guard(guard)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    struct Word
    {
        bool closed = false;
        QString message; ///< why it was not
    };
    [[nodiscard]] HttpResponse acknowledge(const HttpRequest& request, const QString& portal);
    /// The account's state after it. The same word may come twice; Conflict for another one, and for a
    /// closure after which another was asked. NotFound for one that was asked of another portal.
    [[nodiscard]] Outcome<AccountState> settle(QSqlDatabase& connection, const QString& portal,
                                               const QString& id, const Word& word) const;

    /// Writes the word on the account and in the journal.
    [[nodiscard]] Outcome<Done> apply(QSqlDatabase& connection, StoredAccount stored, const Word& word) const;
    /// The portal itself says what its data had shown.
    [[nodiscard]] Outcome<Done> prove(QSqlDatabase& connection, StoredAccount stored) const;

    Database& m_database;
    AccountStore m_accounts;
    EvidenceChain m_evidence;
    const Journal& m_journal;
    DepartureProgress m_departures;
    const Clock& m_clock;
    PortalGuard& m_guard;
};

} // namespace proconnect::service
