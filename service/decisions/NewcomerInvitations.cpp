// SPDX-License-Identifier: MIT
#include "service/decisions/NewcomerInvitations.h"

#include "core/departure/WayOut.h"

#include <QJsonArray>

#include <algorithm>

namespace proconnect::service {
namespace {

Failure wrong(const char* member, const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), QLatin1String(member)};
}

Failure refusalOf(NewcomerFault fault, const Newcomer& newcomer)
{
    switch (fault) {
    case NewcomerFault::NoAddress:
    case NewcomerFault::BadAddress:
        return {FailureCode::EmailInvalid, QStringLiteral("address of a newcomer"), newcomer.name};
    case NewcomerFault::WeakAccount:
        return wrong("newcomers", "somebody whose account there does not do this");
    case NewcomerFault::PartOfRole:
        return wrong("newcomers", "an administrator with fewer rights than that role has");
    case NewcomerFault::ForeignPlace:
        return wrong("newcomers", "not an establishment of the company");
    case NewcomerFault::NoName:
    case NewcomerFault::BadName:
    case NewcomerFault::SharedOne:
    case NewcomerFault::Twice:
    case NewcomerFault::BeyondShared:
        break;
    }
    return wrong("newcomers", "somebody who cannot take over from this account");
}

DeliveryOrder openingFor(const PortalAccount& shared, const Newcomer& newcomer, qsizetype position,
                         const QString& siren, const QString& departure)
{
    DeliveryOrder order;
    order.siren = siren;
    order.portal = shared.portal;
    order.kind = DeliveryKind::OpenAccount;
    order.target = departure;
    order.content = {{QStringLiteral("account"), shared.id},
                     {QStringLiteral("position"), position},
                     {QStringLiteral("name"), newcomer.name},
                     {QStringLiteral("email"), newcomer.email},
                     {QStringLiteral("role"), shared.roleCode},
                     {QStringLiteral("rights"), QJsonArray::fromStringList(newcomer.rights)},
                     {QStringLiteral("sirets"), QJsonArray::fromStringList(newcomer.sirets)}};
    return order;
}

/// The portal's own words for what they are to do.
QStringList labelsOf(const PortalAccount& shared, const Newcomer& newcomer)
{
    QStringList labels;
    for (const PortalRight& right : shared.rights) {
        if (newcomer.rights.contains(right.code)) {
            labels.append(right.label.isEmpty() ? right.code : right.label);
        }
    }
    return labels;
}

QList<AccessRequest> requestsIn(const QList<StoredRequest>& stored)
{
    QList<AccessRequest> requests;
    for (const StoredRequest& each : stored) {
        requests.append(each.request);
    }
    return requests;
}

} // namespace

Outcome<Done> NewcomerInvitations::invite(QSqlDatabase& connection, const DecisionContext& context,
                                          const PortalAccount& shared, Departure& departure,
                                          DecisionEffect& effect) const
{
    if (!shared.shared()) {
        return wrong("items", "an account that one person uses");
    }
    auto newcomers = newcomersOf(connection, context, shared);
    const auto requests = newcomers ? m_requests.requestsOf(connection, context.decision.siren, context.now)
                                    : Outcome<QList<StoredRequest>>(newcomers.failure());
    if (!requests) {
        return requests.failure();
    }
    const QString& siren = context.decision.siren;
    for (qsizetype i = 0; i < newcomers.value().size(); ++i) {
        NewcomerProgress& one = newcomers.value()[i];
        if (one.state == NewcomerState::Present) {
            continue;
        }
        if (ownRequestOf(requestsIn(requests.value()), shared, one.newcomer)) {
            one.state = NewcomerState::Invited; // they have asked: it takes the company's answer alone
            continue;
        }
        if (one.state == NewcomerState::Requested && !context.strongSignIn &&
            isOfHighEffect(shared, one.newcomer)) {
            return Failure{FailureCode::StrongSignInNeeded,
                           QStringLiteral("it gives an administrator's role or a payment right"),
                           {}};
        }
        const auto mail = one.state == NewcomerState::Requested
                              ? opening(connection, siren, shared, one.newcomer)
                              : registration(connection, siren, shared, one.newcomer);
        if (!mail) {
            return mail.failure();
        }
        effect.mails.append(mail.value());
        if (one.state == NewcomerState::Requested) {
            effect.deliveries.append(openingFor(shared, one.newcomer, i, siren, departure.id));
        }
    }
    departure.newcomers = std::move(newcomers).value();
    effect.portal = shared.portal;
    return Done{};
}

Outcome<QList<NewcomerProgress>> NewcomerInvitations::newcomersOf(QSqlDatabase& connection,
                                                                  const DecisionContext& context,
                                                                  const PortalAccount& shared) const
{
    const auto there = m_accounts.accountsOn(connection, context.decision.siren, shared.portal);
    if (!there) {
        return there.failure();
    }
    AccountList accounts;
    for (const StoredAccount& stored : there.value()) {
        accounts.append(stored.account);
    }
    const PortalConfiguration* portal = m_portals.find(shared.portal);
    const bool opens = portal != nullptr && opensLike(portal->portal, shared);
    const QList<Newcomer>& named = context.decision.departure->newcomers;
    QList<NewcomerProgress> newcomers;
    for (qsizetype i = 0; i < named.size(); ++i) {
        const Newcomer& one = named.at(i);
        if (const auto fault = faultOf(accounts, context.decision.siren, shared, named, i)) {
            return refusalOf(*fault, one);
        }
        NewcomerProgress progress{one, NewcomerState::Present};
        progress.at = context.now;
        if (!ownAccountOf(accounts, shared, one)) {
            progress.state = opens ? NewcomerState::Requested : NewcomerState::Invited;
        }
        newcomers.append(progress);
    }
    return newcomers;
}

Outcome<Mail> NewcomerInvitations::opening(QSqlDatabase& connection, const QString& siren,
                                           const PortalAccount& shared, const Newcomer& newcomer) const
{
    const auto company = companyName(connection, siren);
    return company ? Outcome<Mail>(m_texts.accountOpening(newcomer.email, company.value(),
                                                          m_portals.nameOf(shared.portal)))
                   : Outcome<Mail>(company.failure());
}

Outcome<Mail> NewcomerInvitations::registration(QSqlDatabase& connection, const QString& siren,
                                                const PortalAccount& shared, const Newcomer& newcomer) const
{
    const auto company = companyName(connection, siren);
    return company ? Outcome<Mail>(m_texts.registrationAsked(
                         newcomer.email, company.value(), m_portals.nameOf(shared.portal),
                         {siren, shared.roleLabel, labelsOf(shared, newcomer), newcomer.sirets}))
                   : Outcome<Mail>(company.failure());
}

Outcome<QString> NewcomerInvitations::companyName(QSqlDatabase& connection, const QString& siren) const
{
    const auto company = m_companies.find(connection, siren);
    if (!company) {
        return company.failure();
    }
    return company.value() ? company.value()->name : siren;
}

} // namespace proconnect::service
