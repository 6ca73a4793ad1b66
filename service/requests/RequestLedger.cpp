// SPDX-License-Identifier: MIT
#include "service/requests/RequestLedger.h"

#include "core/protocol/ModelJson.h"

#include <QJsonArray>

namespace proconnect::service {

Outcome<Done> RequestLedger::record(QSqlDatabase& connection, const StoredRequest& stored, const Entry& entry,
                                    const QDateTime& now) const
{
    const AccessRequest& request = stored.request;
    const QJsonObject content{{QStringLiteral("request"), request.id},
                              {QStringLiteral("portal"), request.portal},
                              {QStringLiteral("event"), entry.event},
                              {QStringLiteral("state"), wireName(request.state)},
                              {QStringLiteral("at"), now.toUTC().toString(Qt::ISODate)},
                              {QStringLiteral("facts"), entry.facts}};
    const auto link =
        m_evidence.append(connection, stored.siren, QStringLiteral("request"), QStringLiteral(""), content);
    if (!link) {
        return link.failure();
    }
    // Whatever happened: it waits no more, or the question was answered.
    if (const auto dropped = DeliveryQueue::dropQuestions(connection, stored.siren, request.id, now);
        !dropped) {
        return dropped.failure();
    }
    if (entry.tellPortal) {
        if (const auto told = tellPortal(connection, stored, now); !told) {
            return told.failure();
        }
    }
    return m_journal.add(
        connection, stored.siren,
        {0, now, QStringLiteral("request.") + entry.event, request.displayName(), {}, request.portal});
}

Outcome<Done> RequestLedger::tellPortal(QSqlDatabase& connection, const StoredRequest& stored,
                                        const QDateTime& now) const
{
    const AccessRequest& request = stored.request;
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = request.portal;
    order.kind = DeliveryKind::RequestAnswer;
    order.target = request.id;
    order.content = {{QStringLiteral("portalReference"), stored.portalReference},
                     {QStringLiteral("decision"), wireName(request.state)},
                     {QStringLiteral("decidedAt"), now.toUTC().toString(Qt::ISODate)}};
    if (request.state == RequestState::Accepted) {
        order.content.insert(QStringLiteral("rights"), QJsonArray::fromStringList(request.grantedRights()));
    }
    if (request.state == RequestState::Accepted && request.until) {
        order.content.insert(QStringLiteral("until"), request.until->toString(Qt::ISODate));
    }
    if (request.state == RequestState::Refused) {
        order.content.insert(QStringLiteral("reason"), request.refusalReason);
    }
    return m_queue.add(connection, order, now);
}

} // namespace proconnect::service
