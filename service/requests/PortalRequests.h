// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/RequestStates.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestLedger.h"
#include "service/requests/RequestStore.h"
#include "service/requests/RequesterBlocks.h"
#include "service/requests/RequesterRecognition.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace proconnect::service {

class Database;
class ReferenceNumbers;

/// What portals do with requests: deposit, read, withdraw, complete. A portal sees its own requests only.
class PortalRequests
{
public:
    /// What it works with besides the requests; `wakeDeliveries` is called with a portal that has something
    /// to be told.
    struct Parts
    {
        Database& database;
        const Clock& clock;
        ReferenceNumbers& numbers;
        const DirectorNotice& notice;
        Mandates& mandates;
        std::function<void(const QString&)> wakeDeliveries;
    };
    PortalRequests(Parts parts, RequestStore store, RequestLedger ledger, RequesterBlocks blocks,
                   AccountStore accounts)
        : m_parts(std::move(parts)), m_store(store), m_ledger(std::move(ledger)), m_blocks(blocks),
          m_recognition(m_parts.database, accounts, m_parts.mandates)
    {}

    /// Deposits the request of `body`; gives its reference. The same key with the same body gives the same
    /// reference and deposits nothing. A requester whom the portal identified as the holder of an account
    /// that is certified for the director is accepted at once, if the register still says so, the name and
    /// the address are those of the account, and it is not of high effect: then it waits, for the director
    /// themselves too. One whom the company does not know is refused at once. Failures: those of
    /// readDeposit(); IdempotencyKeyReused (the key came with another body); Conflict (the portal's reference
    /// names another request).
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
    using Director = std::optional<RequesterRecognition::Recognised>;
    [[nodiscard]] Outcome<AccessRequest> add(QSqlDatabase& connection, StoredRequest stored,
                                             const QString& reference, const Director& before) const;
    /// What happens to a request that was just received, with what the evidence says of it.
    struct Reception
    {
        RequestEvent event = RequestEvent::Queued;
        QJsonObject facts;
    };
    [[nodiscard]] Outcome<Reception> received(QSqlDatabase& connection, const StoredRequest& stored,
                                              const Director& director) const;
    [[nodiscard]] Outcome<RequestEvent> waitsHow(QSqlDatabase& connection, const StoredRequest& stored) const;
    [[nodiscard]] Outcome<Done> tellCompany(QSqlDatabase& connection, const StoredRequest& stored) const;
    [[nodiscard]] Outcome<StoredRequest> own(QSqlDatabase& connection, const QString& portal,
                                             const QString& reference) const;

    Parts m_parts;
    RequestStore m_store;
    RequestLedger m_ledger;
    RequesterBlocks m_blocks;
    RequesterRecognition m_recognition;
};

} // namespace proconnect::service
