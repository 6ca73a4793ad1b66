// SPDX-License-Identifier: MIT
#include "service/deliveries/AccountOpenings.h"

#include "core/departure/WayOut.h"
#include "service/accounts/ScimClient.h"
#include "service/storage/Database.h"

#include <QJsonArray>

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

DeliveryResult openingLater(const QString& why, bool portalFailed = false)
{
    return {DeliveryResult::Kind::TryLater, why, {}, portalFailed};
}

DeliveryResult notNeeded(const QString& why, NewcomerState state)
{
    DeliveryResult result = DeliveryResult::overtaken(why);
    result.newcomer = state;
    return result;
}

QJsonObject evidenceOf(const Surplus& surplus, const PortalAccount& opened)
{
    QJsonObject content;
    if (surplus.role) {
        content.insert(QStringLiteral("role"), opened.roleCode);
    }
    if (!surplus.rights.isEmpty()) {
        content.insert(QStringLiteral("rights"), QJsonArray::fromStringList(surplus.rights));
    }
    if (!surplus.sirets.isEmpty()) {
        content.insert(QStringLiteral("sirets"), QJsonArray::fromStringList(surplus.sirets));
    }
    if (surplus.everywhere) {
        content.insert(QStringLiteral("wholeCompany"), true);
    }
    return content;
}

/// Whether it does what was asked, no less and no more, is told by the portal's data from now on: an account
/// that exists is not asked for again.
DeliveryResult openedAs(const DeliveryOrder& order, const PortalAccount& account)
{
    DeliveryResult result{DeliveryResult::Kind::Taken, {}, {}};
    result.surplus =
        evidenceOf(surplusOf(account, order.content[u"role"].toString(), newcomerIn(order)), account);
    return result;
}

DeliveryResult notOpened(const DeliveryOrder& order, const Failure& failure)
{
    if (failure.code == FailureCode::PortalRefused || failure.code == FailureCode::NotFound) {
        return {DeliveryResult::Kind::Refused, failure.argument, {}};
    }
    if (failure.code != FailureCode::Conflict) {
        return openingLater(failure.detail, true);
    }
    if (order.attempts == 0) {
        return openingLater(failure.detail); // the next attempt looks whether it is this very one
    }
    DeliveryResult result{DeliveryResult::Kind::Refused, failure.argument, {}};
    result.newcomer = NewcomerState::Present; // the portal says so, whatever its data show yet
    return result;
}

} // namespace

Newcomer newcomerIn(const DeliveryOrder& order)
{
    return {order.content[u"name"].toString(), order.content[u"email"].toString(), textsIn(order, u"rights"),
            textsIn(order, u"sirets")};
}

DeliveryResult AccountOpenings::carry(const DeliveryOrder& order)
{
    const auto need =
        m_database.read<Need>([&](QSqlDatabase& connection) { return m_needOf(connection, order); });
    const PortalConfiguration* portal = m_portals.find(order.portal);
    const bool reachable = portal != nullptr && !portal->scimUrl.isEmpty();
    if (!need || (!reachable && need.value() == Need::Open)) {
        return openingLater(QStringLiteral("the portal or the newcomer is not known"));
    }
    const Newcomer newcomer = newcomerIn(order);
    const NewScimAccount wanted{
        order.id,        order.siren,    newcomer.name, newcomer.email, order.content[u"role"].toString(),
        newcomer.sirets, newcomer.rights};
    if (order.attempts > 0 && reachable) {
        // An earlier attempt may have been carried out unheard.
        const auto opened = m_scim.opened(*portal, wanted);
        if (!opened || opened.value()) {
            return opened ? openedAs(order, opened.value()->account) : notOpened(order, opened.failure());
        }
    }
    switch (need.value()) {
    case Need::Open:
        break;
    case Need::Stopped:
        return DeliveryResult::overtaken(QStringLiteral("the shared account stays"));
    case Need::Present:
        return notNeeded(QStringLiteral("they have an account there"), NewcomerState::Present);
    case Need::Asked:
        return notNeeded(QStringLiteral("they have asked for one"), NewcomerState::Invited);
    }
    const auto account = m_scim.open(*portal, wanted);
    return account ? openedAs(order, account.value().account) : notOpened(order, account.failure());
}

bool AccountOpenings::mayCall(const QString& portal)
{
    return m_scim.mayCall(portal);
}

} // namespace proconnect::service
