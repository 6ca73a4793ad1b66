// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/journal/Journal.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestStore.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

class Database;

/// What portals do with requests: deposit, read, withdraw, complete. A portal sees its own requests only.
class PortalRequests
{
public:
    PortalRequests(Database& database, RequestStore store, const Clock& clock, const Journal& journal,
                   const DirectorNotice& notice)
        : m_database(database), m_store(store), m_clock(clock), m_journal(journal), m_notice(notice)
    {}

    /// Deposits the request of `body`; gives its reference. The same key with the same body gives the same
    /// reference and deposits nothing. Failures: those of readDeposit(); IdempotencyKeyReused (the key came
    /// with another body); Conflict (the portal's reference names another request).
    [[nodiscard]] Outcome<QString> deposit(const QString& portal, const QByteArray& idempotencyKey,
                                           const QByteArray& body, const QJsonObject& json);
    /// NotFound for a reference of another portal too.
    [[nodiscard]] Outcome<StoredRequest> read(const QString& portal, const QString& reference);
    /// Withdraws an open request; one that is withdrawn already stays so. AlreadyDecided once it was
    /// answered, RequestGone once it expired.
    [[nodiscard]] Outcome<StoredRequest> withdraw(const QString& portal, const QString& reference);
    /// Hands on the person's answer to the question that was put to them: the request waits again. The same
    /// answer may come twice. Conflict when none is awaited, RequestGone once the request is settled.
    [[nodiscard]] Outcome<StoredRequest> giveComplement(const QString& portal, const QString& reference,
                                                        const QString& answer);

private:
    [[nodiscard]] Outcome<QString> add(QSqlDatabase& connection, StoredRequest stored);
    [[nodiscard]] Outcome<StoredRequest> own(QSqlDatabase& connection, const QString& portal,
                                             const QString& reference) const;

    Database& m_database;
    RequestStore m_store;
    const Clock& m_clock;
    const Journal& m_journal;
    const DirectorNotice& m_notice;
};

} // namespace proconnect::service
