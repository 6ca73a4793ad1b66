// SPDX-License-Identifier: MIT
#include "service/requests/PortalRequests.h"

#include "core/model/RequestReminders.h"
#include "core/protocol/ModelJson.h"
#include "service/records/ReferenceNumbers.h"
#include "service/requests/IdempotentCalls.h"
#include "service/requests/RequestDeposit.h"
#include "service/storage/Database.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

/// What makes them a director, for the evidence; of a request that is accepted, what is granted to whom too.
QJsonObject factsOf(const StoredRequest& stored, const RequesterRecognition::Recognised& director,
                    bool accepted)
{
    const AccessRequest& request = stored.request;
    QJsonObject facts{{QStringLiteral("account"), stored.requesterAccount},
                      {QStringLiteral("director"), director.mandate.subject},
                      {QStringLiteral("function"), director.mandate.function},
                      {QStringLiteral("register"), wireName(director.mandate.source)},
                      {QStringLiteral("asOf"), director.mandate.verifiedAt.toUTC().toString(Qt::ISODate)}};
    if (!accepted) {
        return facts;
    }
    facts.insert(QStringLiteral("person"), request.displayName());
    facts.insert(QStringLiteral("email"), request.email);
    facts.insert(QStringLiteral("role"), request.roleCode);
    facts.insert(QStringLiteral("rights"), QJsonArray::fromStringList(request.grantedRights()));
    facts.insert(QStringLiteral("sirets"), QJsonArray::fromStringList(request.sirets));
    if (request.until) {
        facts.insert(QStringLiteral("until"), request.until->toString(Qt::ISODate));
    }
    return facts;
}

} // namespace

Outcome<QString> PortalRequests::deposit(const QString& portal, const QByteArray& idempotencyKey,
                                         const QByteArray& body, const QJsonObject& json)
{
    const QDateTime now = m_parts.clock.now();
    const auto before = [&](QSqlDatabase& connection) {
        return IdempotentCalls::earlier(connection, portal, idempotencyKey, body, now);
    };
    // A repeat needs no register: it is answered first, and looked for again in the transaction.
    const auto earlier = m_parts.database.read<std::optional<QString>>(before);
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
    // Asks the register when its last word is old, which no transaction may wait for.
    const auto director = m_recognition.require(read.value());
    if (!director) {
        return director.failure();
    }
    const auto number = m_parts.numbers.next(QStringLiteral("PC"), now);
    if (!number) {
        return number.failure();
    }
    bool answered = false;
    auto reference = m_parts.database.write<QString>([&](QSqlDatabase& connection) -> Outcome<QString> {
        answered = false;
        const auto meanwhile = before(connection);
        if (!meanwhile) {
            return meanwhile.failure();
        }
        if (meanwhile.value()) {
            return *meanwhile.value();
        }
        const auto added = add(connection, read.value(), number.value(), director.value());
        if (!added) {
            return added.failure();
        }
        answered = isSettled(added.value().state);
        const auto remembered =
            IdempotentCalls::remember(connection, portal, idempotencyKey, body, added.value().id, now);
        if (!remembered) {
            return remembered.failure();
        }
        return added.value().id;
    });
    if (reference) {
        m_parts.notice.committed();
    }
    if (reference && answered) {
        m_parts.wakeDeliveries(portal);
    }
    return reference;
}

Outcome<PortalRequests::Reception> PortalRequests::received(QSqlDatabase& connection,
                                                            const StoredRequest& stored,
                                                            const Director& director) const
{
    if (director) {
        // What is of high effect is never given without a strong sign-in, which no deposit proves.
        const bool atOnce = !stored.request.ofHighEffect() && namesHolder(stored.request, director->account);
        const auto event =
            atOnce ? Outcome<RequestEvent>(RequestEvent::RequesterIsDirector) : waitsHow(connection, stored);
        return event ? Outcome<Reception>({event.value(), factsOf(stored, *director, atOnce)})
                     : Outcome<Reception>(event.failure());
    }
    const auto blocked =
        m_blocks.isBlocked(connection, stored.siren, stored.request.email, m_parts.clock.now());
    if (!blocked) {
        return blocked.failure();
    }
    if (blocked.value()) {
        return Reception{RequestEvent::RequesterBlocked, {}};
    }
    const auto event = waitsHow(connection, stored);
    return event ? Outcome<Reception>({event.value(), {}}) : Outcome<Reception>(event.failure());
}

Outcome<RequestEvent> PortalRequests::waitsHow(QSqlDatabase& connection, const StoredRequest& stored) const
{
    if (stored.request.complement) {
        return RequestEvent::ComplementAsked;
    }
    const auto somebody = m_parts.notice.somebodyLeads(connection, stored.siren);
    if (!somebody) {
        return somebody.failure();
    }
    return somebody.value() ? RequestEvent::Queued : RequestEvent::NobodyReached;
}

Outcome<AccessRequest> PortalRequests::add(QSqlDatabase& connection, StoredRequest stored,
                                           const QString& reference, const Director& before) const
{
    const QDateTime now = m_parts.clock.now();
    Director director;
    if (before) {
        auto held = m_recognition.held(connection, stored, *before);
        if (!held) {
            return held.failure();
        }
        director = std::move(held).value();
        stored.requesterDirector = director ? director->mandate.subject : QString();
    }
    const auto reception = received(connection, stored, director);
    if (!reception) {
        return reception.failure();
    }
    AccessRequest& request = stored.request;
    request.id = reference;
    request.expiresAt = now.addDays(requestLifetimeDays);
    stored.waitsSince = now;
    if (request.complement) {
        // Asked before the request came here: the pause is granted whole, whatever part of it is over.
        request.expiresAt = expiryWhenAsked(request);
    }
    request.state = *stateAfter(RequestState::Received, reception.value().event);
    const bool answered = isSettled(request.state);
    if (answered) {
        request.decidedAt = now;
        request.handBack = HandBack::ToDo;
    }
    if (request.state == RequestState::Refused) {
        request.refusalReason = wireName(RefusalReason::UnknownPerson);
    }
    if (const auto inserted = m_store.insert(connection, stored); !inserted) {
        return inserted.failure();
    }
    const auto reminder = answered ? std::nullopt : nextReminder(request, now, now);
    const auto planned =
        m_store.remindAt(connection, request.id, reminder ? std::optional{reminder->at} : std::nullopt);
    if (!planned) {
        return planned.failure();
    }
    const QString event = request.state == RequestState::Accepted  ? QStringLiteral("acceptedAtOnce")
                          : request.state == RequestState::Refused ? QStringLiteral("blocked")
                                                                   : QStringLiteral("received");
    const auto recorded =
        m_ledger.record(connection, stored, {event, reception.value().facts, answered}, now);
    if (!recorded) {
        return recorded.failure();
    }
    if (const auto told = tellCompany(connection, stored); !told) {
        return told.failure();
    }
    return request;
}

Outcome<Done> PortalRequests::tellCompany(QSqlDatabase& connection, const StoredRequest& stored) const
{
    switch (stored.request.state) {
    case RequestState::Accepted:
        return m_parts.notice.decided(connection, stored.siren, stored.request.id);
    case RequestState::Refused:       // the company asked to hear no more of this address
    case RequestState::Undeliverable: // nobody leads it here, who attaches it has it on the screen
        return Done{};
    default:
        return m_parts.notice.newRequest(connection, stored.siren, stored.request.id);
    }
}

Outcome<StoredRequest> PortalRequests::read(const QString& portal, const QString& reference)
{
    return m_parts.database.read<StoredRequest>(
        [&](QSqlDatabase& connection) { return own(connection, portal, reference); });
}

Outcome<StoredRequest> PortalRequests::withdraw(const QString& portal, const QString& reference)
{
    return m_parts.database.write<StoredRequest>([&](QSqlDatabase& connection) -> Outcome<StoredRequest> {
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
        stored.request.decidedAt = m_parts.clock.now();
        if (const auto saved = m_store.save(connection, stored); !saved) {
            return saved.failure();
        }
        const auto recorded = m_ledger.record(connection, stored, {QStringLiteral("withdrawn"), {}, false},
                                              m_parts.clock.now());
        return recorded ? found : Outcome<StoredRequest>(recorded.failure());
    });
}

Outcome<StoredRequest> PortalRequests::giveComplement(const QString& portal, const QString& reference,
                                                      const QString& answer)
{
    return m_parts.database.write<StoredRequest>([&](QSqlDatabase& connection) -> Outcome<StoredRequest> {
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
        const QDateTime now = m_parts.clock.now();
        request.expiresAt = expiryWhenGiven(request, now);
        request.state = *next;
        request.complement->answer = answer;
        request.complement->answeredAt = now;
        if (const auto saved = m_store.save(connection, stored); !saved) {
            return saved.failure();
        }
        const auto recorded =
            m_ledger.record(connection, stored, {QStringLiteral("complementGiven"), {}, false}, now);
        return recorded ? found : Outcome<StoredRequest>(recorded.failure());
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
