// SPDX-License-Identifier: MIT
#include "service/deliveries/SubscriptionRoutes.h"

#include "service/storage/Database.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

QJsonObject toJson(const PortalSubscription& subscription)
{
    QJsonObject json{{QStringLiteral("events"), QJsonArray::fromStringList(subscription.events)}};
    if (!subscription.receiver.isEmpty()) {
        json.insert(QStringLiteral("receiver"), subscription.receiver.toString(QUrl::FullyEncoded));
    }
    if (!subscription.candidate.isEmpty()) {
        json.insert(
            QStringLiteral("candidate"),
            QJsonObject{{QStringLiteral("receiver"), subscription.candidate.toString(QUrl::FullyEncoded)},
                        {QStringLiteral("state"), subscription.candidateRefused
                                                      ? QStringLiteral("refused")
                                                      : QStringLiteral("waiting")}});
    }
    return json;
}

Outcome<QStringList> readEvents(const QJsonValue& value)
{
    QStringList events;
    for (const QJsonValue event : value.toArray()) {
        if (PortalSubscriptions::choosable().contains(event.toString()) &&
            !events.contains(event.toString())) {
            events.append(event.toString());
        }
    }
    return value.isArray() && events.size() == value.toArray().size()
               ? Outcome<QStringList>(events)
               : Outcome<QStringList>(Failure{FailureCode::InvalidRequest, QStringLiteral("events"),
                                              QStringLiteral("events")});
}

} // namespace

void SubscriptionRoutes::addTo(Router& router)
{
    const QString path = QStringLiteral("/portal/v1/subscription");
    router.add(
        "GET", path,
        m_guard.guarding(scope::subscribe, [this](const HttpRequest&, const PortalConfiguration& portal) {
            return read(portal);
        }));
    router.add("PUT", path,
               m_guard.guarding(scope::subscribe,
                                [this](const HttpRequest& request, const PortalConfiguration& portal) {
                                    return change(request, portal);
                                }));
}

HttpResponse SubscriptionRoutes::read(const PortalConfiguration& portal)
{
    const auto subscription = m_database.read<PortalSubscription>(
        [&](QSqlDatabase& connection) { return m_subscriptions.of(connection, portal); });
    return subscription ? HttpResponse::json(200, toJson(subscription.value()))
                        : HttpResponse::problem(subscription.failure());
}

HttpResponse SubscriptionRoutes::change(const HttpRequest& request, const PortalConfiguration& portal)
{
    if (portal.eventsUrl.isEmpty()) {
        return HttpResponse::problem(
            {FailureCode::Conflict, QStringLiteral("no receiver of events is declared for this portal"), {}});
    }
    const auto body = request.json();
    if (!body) {
        return HttpResponse::problem(body.failure());
    }
    const auto events = readEvents(body.value()[u"events"]);
    if (!events) {
        return HttpResponse::problem(events.failure());
    }
    std::optional<QUrl> wanted;
    if (const QJsonValue receiver = body.value()[u"receiver"]; !receiver.isUndefined()) {
        const auto address = PortalSubscriptions::acceptable(portal, receiver.toString());
        if (!address) {
            return HttpResponse::problem(address.failure());
        }
        wanted = address.value();
    }
    const auto changed =
        m_database.write<PortalSubscription>([&](QSqlDatabase& connection) -> Outcome<PortalSubscription> {
            auto subscription = m_subscriptions.of(connection, portal);
            if (!subscription) {
                return subscription;
            }
            subscription.value().events = events.value();
            if (wanted) {
                const auto begun = trial(connection, portal, subscription.value(), *wanted);
                if (!begun) {
                    return begun.failure();
                }
            }
            const auto saved =
                PortalSubscriptions::save(connection, portal, subscription.value(), m_clock.now());
            return saved ? subscription : Outcome<PortalSubscription>(saved.failure());
        });
    return changed ? HttpResponse::json(200, toJson(changed.value()))
                   : HttpResponse::problem(changed.failure());
}

Outcome<Done> SubscriptionRoutes::trial(QSqlDatabase& connection, const PortalConfiguration& portal,
                                        PortalSubscription& subscription, const QUrl& wanted) const
{
    if (wanted == subscription.receiver) {
        subscription.candidate = {};
        return Done{};
    }
    if (wanted == subscription.candidate && !subscription.candidateRefused) {
        return Done{};
    }
    subscription.candidate = wanted;
    subscription.candidateRefused = false;
    DeliveryOrder order;
    order.siren = QStringLiteral("");
    order.portal = portal.portal.id;
    order.kind = DeliveryKind::TryReceiver;
    order.target = wanted.toString(QUrl::FullyEncoded);
    return m_queue.add(connection, order, m_clock.now());
}

} // namespace proconnect::service
