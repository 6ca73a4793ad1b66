// SPDX-License-Identifier: MIT
#include "service/requests/PortalRequests.h"

#include "core/model/RequestStates.h"
#include "service/records/ReferenceNumbers.h"
#include "service/requests/IdempotentCalls.h"
#include "service/requests/RequestDeposit.h"
#include "service/storage/Database.h"

namespace proconnect::service {
Outcome<QString> PortalRequests::deposit(const QString& portal, const QByteArray& idempotencyKey,
                                         const QByteArray& body, const QJsonObject& json)
{
    const QDateTime now = m_clock.now();
    auto reference = m_database.write<QString>([&](QSqlDatabase& connection) -> Outcome<QString> {
        const auto earlier = IdempotentCalls::earlier(connection, portal, idempotencyKey, body, now);
        if (!earlier) {
            return earlier.failure();
        }
        if (earlier.value()) {
            return *earlier.value();
        }
        const auto read = readDeposit(json, portal, now);
        if (!read) {
            return read.failure();
        }
        const auto added = add(connection, read.value());
        if (!added) {
            return added.failure();
        }
        const auto remembered =
            IdempotentCalls::remember(connection, portal, idempotencyKey, body, added.value(), now);
        if (!remembered) {
            return remembered.failure();
        }
        return added;
    });
    if (reference) {
        m_notice.committed();
    }
    return reference;
}

Outcome<QString> PortalRequests::add(QSqlDatabase& connection, StoredRequest stored)
{
    const QDateTime now = m_clock.now();
    const auto reference = nextReference(connection, QStringLiteral("PC"), now);
    if (!reference) {
        return reference.failure();
    }
    AccessRequest& request = stored.request;
    request.id = reference.value();
    request.state = RequestState::Received;
    request.expiresAt = now.addDays(requestLifetimeDays);
    if (request.complement) {
        // Asked before the request came here: the pause is granted whole, whatever part of it is over.
        request.expiresAt = expiryWhenAsked(request);
    }
    request.state =
        *stateAfter(request.state, request.complement ? RequestEvent::ComplementAsked : RequestEvent::Queued);
    if (const auto inserted = m_store.insert(connection, stored); !inserted) {
        return inserted.failure();
    }
    const auto line = m_journal.add(
        connection, stored.siren,
        {0, now, QStringLiteral("request.received"), request.displayName(), {}, request.portal});
    if (!line) {
        return line.failure();
    }
    if (const auto told = m_notice.newRequest(connection, stored.siren, request.id); !told) {
        return told.failure();
    }
    return request.id;
}

Outcome<StoredRequest> PortalRequests::read(const QString& portal, const QString& reference)
{
    return m_database.read<StoredRequest>(
        [&](QSqlDatabase& connection) { return own(connection, portal, reference); });
}

Outcome<StoredRequest> PortalRequests::withdraw(const QString& portal, const QString& reference)
{
    return m_database.write<StoredRequest>([&](QSqlDatabase& connection) -> Outcome<StoredRequest> {
        auto found = own(connection, portal, reference);
        if (!found || found.value().request.state == RequestState::Withdrawn) {
            return found;
        }
        StoredRequest& stored = found.value();
        const auto next = stateAfter(stored.request.state, RequestEvent::Withdrawn);
        if (!next) {
            const bool expired = stored.request.state == RequestState::Expired;
            return Failure{expired ? FailureCode::RequestGone : FailureCode::AlreadyDecided,
                           QStringLiteral("the request is settled"),
                           {}};
        }
        stored.request.state = *next;
        stored.request.decidedAt = m_clock.now();
        if (const auto saved = m_store.save(connection, stored); !saved) {
            return saved.failure();
        }
        const auto line = m_journal.add(connection, stored.siren,
                                        {0,
                                         m_clock.now(),
                                         QStringLiteral("request.withdrawn"),
                                         stored.request.displayName(),
                                         {},
                                         portal});
        if (!line) {
            return line.failure();
        }
        return found;
    });
}

Outcome<StoredRequest> PortalRequests::giveComplement(const QString& portal, const QString& reference,
                                                      const QString& answer)
{
    return m_database.write<StoredRequest>([&](QSqlDatabase& connection) -> Outcome<StoredRequest> {
        auto found = own(connection, portal, reference);
        if (!found) {
            return found;
        }
        StoredRequest& stored = found.value();
        AccessRequest& request = stored.request;
        if (request.complement && request.complement->answer == answer) {
            return found;
        }
        const auto next = stateAfter(request.state, RequestEvent::ComplementGiven);
        if (!next || !request.complement) {
            return Failure{request.open() ? FailureCode::Conflict : FailureCode::RequestGone,
                           QStringLiteral("no complement is awaited"),
                           {}};
        }
        const QDateTime now = m_clock.now();
        request.expiresAt = expiryWhenGiven(request, now);
        request.state = *next;
        request.complement->answer = answer;
        request.complement->answeredAt = now;
        if (const auto saved = m_store.save(connection, stored); !saved) {
            return saved.failure();
        }
        const auto line = m_journal.add(
            connection, stored.siren,
            {0, now, QStringLiteral("request.complementGiven"), request.displayName(), {}, portal});
        return line ? found : Outcome<StoredRequest>(line.failure());
    });
}

Outcome<StoredRequest> PortalRequests::own(QSqlDatabase& connection, const QString& portal,
                                           const QString& reference) const
{
    auto found = m_store.find(connection, reference);
    if (!found) {
        return found.failure();
    }
    if (!found.value() || found.value()->request.portal != portal) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such request of this portal"), {}};
    }
    return *found.value();
}

} // namespace proconnect::service
