// SPDX-License-Identifier: MIT
#include "service/decisions/RequestOrders.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

DeliveryOrder orderAbout(const StoredRequest& stored, const DecisionContext& context, DeliveryKind kind)
{
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = stored.request.portal;
    order.decision = context.decision.id;
    order.kind = kind;
    order.target = stored.request.id;
    order.content.insert(QStringLiteral("portalReference"), stored.portalReference);
    return order;
}

} // namespace

DeliveryOrder answerOrder(const StoredRequest& stored, const DecisionContext& context)
{
    const AccessRequest& request = stored.request;
    const bool accepted = context.decision.kind == DecisionKind::AcceptRequest;
    DeliveryOrder order = orderAbout(stored, context, DeliveryKind::RequestAnswer);
    QJsonObject& event = order.content;
    event.insert(QStringLiteral("decision"),
                 accepted ? QStringLiteral("accepted") : QStringLiteral("refused"));
    event.insert(QStringLiteral("decidedAt"), context.now.toString(Qt::ISODate));
    if (accepted && request.until) {
        event.insert(QStringLiteral("until"), request.until->toString(Qt::ISODate));
    }
    if (accepted) { // always, so that no portal grants more for not looking whether it is there
        event.insert(QStringLiteral("rights"), QJsonArray::fromStringList(request.grantedRights()));
    }
    if (!accepted) {
        event.insert(QStringLiteral("reason"), request.refusalReason);
    }
    if (!context.decision.comment.isEmpty()) {
        event.insert(QStringLiteral("comment"), context.decision.comment);
    }
    return order;
}

DeliveryOrder questionOrder(const StoredRequest& stored, const DecisionContext& context)
{
    DeliveryOrder order = orderAbout(stored, context, DeliveryKind::RequestQuestion);
    order.content.insert(QStringLiteral("question"), stored.request.complement->question);
    order.content.insert(QStringLiteral("askedAt"), context.now.toString(Qt::ISODate));
    order.content.insert(QStringLiteral("expiresAt"), stored.request.expiresAt.toUTC().toString(Qt::ISODate));
    return order;
}

QStringList withheldLabels(const AccessRequest& request)
{
    QStringList labels;
    for (const PortalRight& right : request.rights) {
        if (request.withheldRights.contains(right.code)) {
            labels.append(right.label.isEmpty() ? right.code : right.label);
        }
    }
    return labels;
}

} // namespace proconnect::service
