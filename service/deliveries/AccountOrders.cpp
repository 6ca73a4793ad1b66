// SPDX-License-Identifier: MIT
#include "service/deliveries/AccountOrders.h"

#include "core/departure/Orphan.h"
#include "service/accounts/ScimClient.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/storage/Database.h"

#include <QTimeZone>

namespace proconnect::service {
namespace {

DeliveryResult tryLater(const QString& why)
{
    return {DeliveryResult::Kind::TryLater, why, {}};
}

/// Where the successor is to have the role; none: for the whole company.
QStringList placesIn(const DeliveryOrder& order)
{
    QStringList places;
    for (const QJsonValue siret : order.content[u"sirets"].toArray()) {
        places.append(siret.toString());
    }
    return places;
}

/// An order that says nothing of places leaves the successor's as they are.
bool saysPlaces(const DeliveryOrder& order)
{
    return order.content.contains(u"sirets");
}

bool carriedOut(const DeliveryOrder& order, const ScimAccount& account)
{
    const bool certified = account.account.certification == AccountCertification::Certified;
    switch (order.kind) {
    case DeliveryKind::CloseAccount:
        return account.account.state == AccountState::Closed;
    case DeliveryKind::RestoreAccount:
        return account.account.openAccount();
    case DeliveryKind::WithdrawCertification:
        return !certified && account.account.certification != AccountCertification::ToWithdraw;
    case DeliveryKind::NameAdministrator:
        return account.account.administratorRole &&
               account.account.roleCode == order.content[u"role"].toString() &&
               (!saysPlaces(order) || coversPlaces(account.account, placesIn(order)));
    default:
        return certified;
    }
}

/// Of an account that is to be closed, or is by now. One that was opened again meanwhile stays open.
bool mayClose(AccountState state)
{
    return state == AccountState::ClosureRequested || state == AccountState::Closed;
}

/// What is asked of an account that the portal no longer has is done, unless it was to be certified or
/// opened, or to get a role.
bool doneByAbsence(DeliveryKind kind)
{
    return kind != DeliveryKind::CertifyAccount && kind != DeliveryKind::RestoreAccount &&
           kind != DeliveryKind::NameAdministrator;
}

/// Whom the portal is to open an account for; nothing: the successor has one there.
std::optional<NewScimAccount> newcomerOf(const DeliveryOrder& order)
{
    if (order.kind != DeliveryKind::NameAdministrator || !order.content.contains(u"email")) {
        return std::nullopt;
    }
    return NewScimAccount{order.id,
                          order.siren,
                          order.content[u"name"].toString(),
                          order.content[u"email"].toString(),
                          order.content[u"role"].toString(),
                          placesIn(order)};
}

/// The establishments that the successor's account is to have, theirs included; nothing: those it has.
std::optional<QJsonArray> placesToGive(const DeliveryOrder& order, const PortalAccount& successor)
{
    if (!saysPlaces(order)) {
        return std::nullopt;
    }
    PortalAccount orphan;
    orphan.portal = order.portal;
    orphan.sirets = placesIn(order);
    const QStringList places = placesOfBoth(orphan, successor);
    return places == successor.sirets ? std::nullopt : std::optional(QJsonArray::fromStringList(places));
}

/// PortalAccount::id of the account that the order changes.
QString changedBy(const DeliveryOrder& order)
{
    return order.kind == DeliveryKind::NameAdministrator ? order.content[u"successor"].toString()
                                                         : order.target;
}

} // namespace

DeliveryResult AccountOrders::carry(const DeliveryOrder& order)
{
    const PortalConfiguration* portal = m_portals.find(order.portal);
    const auto target =
        m_database.read<Target>([&](QSqlDatabase& connection) { return targetOf(connection, order); });
    if (target && target.value().overtaken) {
        return DeliveryResult::overtaken(QStringLiteral("the account is to be otherwise by now"));
    }
    if (portal == nullptr || portal->scimUrl.isEmpty() || !target || !target.value().stored) {
        return tryLater(QStringLiteral("the portal or the account is not known"));
    }
    const StoredAccount& stored = *target.value().stored;
    const AccountCertification now = stored.account.certification;
    const bool wanted = now == AccountCertification::Requested || now == AccountCertification::Certified;
    if (order.kind == DeliveryKind::CertifyAccount && !wanted) {
        return DeliveryResult::refusedUnsent({}); // the director's mandate ended meanwhile
    }
    const auto account = send(order, *portal, stored);
    if (account) {
        // A portal that says yes and leaves the account as it was has not done it.
        return carriedOut(order, account.value())
                   ? DeliveryResult{DeliveryResult::Kind::Taken, {}, account.value().etag}
                   : tryLater(QStringLiteral("the portal left the account as it was"));
    }
    const Failure& failure = account.failure();
    if (failure.code == FailureCode::NotFound) {
        // The portal says nothing of why.
        return {
            doneByAbsence(order.kind) ? DeliveryResult::Kind::Taken : DeliveryResult::Kind::Refused, {}, {}};
    }
    if (failure.code == FailureCode::PortalRefused) {
        return {DeliveryResult::Kind::Refused, failure.argument, {}};
    }
    DeliveryResult result = tryLater(failure.detail);
    result.portalFailed = failure.code != FailureCode::Conflict;
    return result;
}

Outcome<AccountOrders::Target> AccountOrders::targetOf(QSqlDatabase& connection,
                                                       const DeliveryOrder& order) const
{
    auto found = m_store.find(connection, order.siren, changedBy(order));
    const auto later = DeliveryQueue::overtaken(connection, order.id);
    if (!found || !later) {
        return found ? later.failure() : found.failure();
    }
    Target target{std::move(found).value(), false};
    switch (order.kind) {
    case DeliveryKind::CloseAccount:
        target.overtaken = later.value() || (target.stored && !mayClose(target.stored->account.state));
        break;
    case DeliveryKind::RestoreAccount:
        target.overtaken = later.value();
        break;
    case DeliveryKind::NameAdministrator: {
        const auto orphan = m_store.find(connection, order.siren, order.target);
        if (!orphan) {
            return orphan.failure();
        }
        const auto asked = orphan.value() ? orphan.value()->account.substitution : std::nullopt;
        // The portal's own data may have shown it done; or whoever decided leads the company no more.
        const bool ended = !asked || asked->state == SubstitutionState::Failed;
        // And no account is given, or opened, to somebody whose departure came in between.
        target.overtaken =
            later.value() || ended || !target.stored || !mayStillBeNamed(target.stored->account, today());
        break;
    }
    default:
        break;
    }
    return target;
}

QDate AccountOrders::today() const
{
    return m_clock.now().toTimeZone(QTimeZone("Europe/Paris")).date();
}

bool AccountOrders::mayCall(const QString& portal)
{
    return m_scim.mayCall(portal);
}

Outcome<ScimAccount> AccountOrders::send(const DeliveryOrder& order, const PortalConfiguration& portal,
                                         const StoredAccount& stored)
{
    if (const auto newcomer = newcomerOf(order)) {
        return open(order, portal, *newcomer);
    }
    QString etag = stored.etag;
    PortalAccount successor = stored.account;
    // Its own data may have shown it closed: the portal's word on it is all that is still wanted.
    const bool onlyAsked = order.kind == DeliveryKind::CloseAccount && !stored.account.openAccount();
    // What the successor got elsewhere meanwhile is not taken from them.
    const bool adds = order.kind == DeliveryKind::NameAdministrator;
    if (order.attempts > 0 || onlyAsked || adds) {
        // An earlier attempt may have been carried out unheard, and the version may have moved.
        auto current = m_scim.account(portal, stored.scimId);
        if (!current || onlyAsked || carriedOut(order, current.value())) {
            return current;
        }
        etag = current.value().etag;
        successor = current.value().account;
    }
    switch (order.kind) {
    case DeliveryKind::CloseAccount:
        return m_scim.close(portal, stored.scimId, etag);
    case DeliveryKind::RestoreAccount:
        return m_scim.restore(portal, stored.scimId, etag);
    case DeliveryKind::NameAdministrator:
        return m_scim.giveRole(portal, stored.scimId, etag, order.content[u"role"].toString(),
                               placesToGive(order, successor));
    case DeliveryKind::WithdrawCertification:
        return m_scim.withdrawCertification(portal, stored.scimId, etag);
    default:
        return m_scim.certify(portal, stored.scimId, etag, order.content[u"subject"].toString());
    }
}

Outcome<ScimAccount> AccountOrders::open(const DeliveryOrder& order, const PortalConfiguration& portal,
                                         const NewScimAccount& newcomer)
{
    if (order.attempts > 0) {
        // An earlier attempt may have been carried out unheard.
        const auto opened = m_scim.opened(portal, newcomer);
        if (!opened) {
            return opened.failure();
        }
        if (opened.value()) {
            const ScimAccount& made = *opened.value();
            return carriedOut(order, made) ? Outcome<ScimAccount>(made)
                                           : m_scim.giveRole(portal, made.scimId, made.etag, newcomer.role,
                                                             placesToGive(order, made.account));
        }
    }
    auto made = m_scim.open(portal, newcomer);
    if (!made && made.failure().code == FailureCode::Conflict && order.attempts > 0) {
        // It is none that we asked for: somebody at that address has one, and asking again changes nothing.
        return Failure{FailureCode::PortalRefused, made.failure().detail, made.failure().argument};
    }
    return made;
}

} // namespace proconnect::service
