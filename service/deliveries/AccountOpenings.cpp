// SPDX-License-Identifier: MIT
#include "service/deliveries/AccountOpenings.h"

#include "core/departure/WayOut.h"
#include "service/accounts/ScimClient.h"
#include "service/storage/Database.h"

#include <QJsonArray>

#include <algorithm>

namespace proconnect::service {
namespace {

QStringList textsIn(const DeliveryOrder& order, QStringView member)
{
    QStringList texts;
    for (const QJsonValue each : order.content[member].toArray()) {
        texts.append(each.toString());
    }
    return texts;
}

Newcomer openedFor(const DeliveryOrder& order)
{
    return {order.content[u"name"].toString(), order.content[u"email"].toString(), textsIn(order, u"rights"),
            textsIn(order, u"sirets")};
}

DeliveryResult openingLater(const QString& why)
{
    return {DeliveryResult::Kind::TryLater, why, {}};
}

} // namespace

DeliveryResult AccountOpenings::carry(const DeliveryOrder& order)
{
    const auto wanted =
        m_database.read<bool>([&](QSqlDatabase& connection) { return isWanted(connection, order); });
    if (wanted && !wanted.value()) {
        return DeliveryResult::overtaken(QStringLiteral("the shared account stays"));
    }
    const PortalConfiguration* portal = m_portals.find(order.portal);
    if (!wanted || portal == nullptr || portal->scimUrl.isEmpty()) {
        return openingLater(QStringLiteral("the portal or the newcomer is not known"));
    }
    const auto account = open(order, *portal);
    if (account) {
        // A portal that says yes to less than was asked has not done it.
        const bool done = account.value().account.roleCode == order.content[u"role"].toString() &&
                          worksFor(account.value().account, openedFor(order));
        return done ? DeliveryResult{DeliveryResult::Kind::Taken, {}, {}}
                    : openingLater(QStringLiteral("the portal opened another account"));
    }
    const Failure& failure = account.failure();
    if (failure.code == FailureCode::PortalRefused || failure.code == FailureCode::NotFound) {
        return {DeliveryResult::Kind::Refused, failure.argument, {}};
    }
    DeliveryResult result = openingLater(failure.detail);
    result.portalFailed = failure.code != FailureCode::Conflict;
    return result;
}

bool AccountOpenings::mayCall(const QString& portal)
{
    return m_scim.mayCall(portal);
}

Outcome<bool> AccountOpenings::isWanted(QSqlDatabase& connection, const DeliveryOrder& order) const
{
    const auto found = m_departures.find(connection, order.target);
    if (!found) {
        return found.failure();
    }
    // Where the shared account is gone already, they need their own all the more.
    if (!found.value() || found.value()->departure.state == DepartureState::Cancelled) {
        return false;
    }
    const QString email = order.content[u"email"].toString();
    const QList<NewcomerProgress>& newcomers = found.value()->departure.newcomers;
    return std::any_of(newcomers.cbegin(), newcomers.cend(), [&email](const NewcomerProgress& one) {
        return one.newcomer.email == email && one.state == NewcomerState::Requested;
    });
}

Outcome<ScimAccount> AccountOpenings::open(const DeliveryOrder& order, const PortalConfiguration& portal)
{
    const Newcomer newcomer = openedFor(order);
    const NewScimAccount wanted{
        order.id,        order.siren,    newcomer.name, newcomer.email, order.content[u"role"].toString(),
        newcomer.sirets, newcomer.rights};
    if (order.attempts > 0) {
        // An earlier attempt may have been carried out unheard.
        const auto opened = m_scim.opened(portal, wanted);
        if (!opened || opened.value()) {
            return opened ? Outcome<ScimAccount>(*opened.value()) : Outcome<ScimAccount>(opened.failure());
        }
    }
    return m_scim.open(portal, wanted);
}

} // namespace proconnect::service
