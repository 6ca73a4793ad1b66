// SPDX-License-Identifier: MIT
#include "service/decisions/NewcomerInvitations.h"

#include "core/departure/WayOut.h"
#include "core/model/BusinessNumbers.h"
#include "service/mail/MailMessage.h"

#include <QJsonArray>

#include <algorithm>

namespace proconnect::service {
namespace {

Failure wrongNewcomer(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), QStringLiteral("newcomers")};
}

DeliveryOrder openingFor(const PortalAccount& shared, const Newcomer& newcomer, const QString& siren,
                         const QString& departure)
{
    DeliveryOrder order;
    order.siren = siren;
    order.portal = shared.portal;
    order.kind = DeliveryKind::OpenAccount;
    order.target = departure;
    order.content = {{QStringLiteral("name"), newcomer.name},
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

/// Nobody signs for another company's establishments, or sends a text in their place.
bool areOwnPlaces(const QStringList& sirets, const QString& siren)
{
    return std::all_of(sirets.cbegin(), sirets.cend(), [&siren](const QString& siret) {
        const auto number = SiretNumber::parse(siret);
        return number && number->digits() == siret && number->siren().digits() == siren;
    });
}

/// A portal gives an administrator all rights of that role: nothing less can be asked for.
bool asksForLess(const PortalAccount& shared, const Newcomer& newcomer)
{
    return shared.administratorRole && newcomer.rights.size() < shared.rights.size();
}

} // namespace

Outcome<Done> NewcomerInvitations::invite(QSqlDatabase& connection, const DecisionContext& context,
                                          const PortalAccount& shared, Departure& departure,
                                          DecisionEffect& effect) const
{
    auto newcomers = newcomersOf(connection, context, shared);
    if (!newcomers) {
        return newcomers.failure();
    }
    const auto company = companyName(connection, context.decision.siren);
    if (!company) {
        return company.failure();
    }
    const QString portal = m_portals.nameOf(shared.portal);
    for (const NewcomerProgress& one : newcomers.value()) {
        const Newcomer& newcomer = one.newcomer;
        if (one.state == NewcomerState::Requested) {
            effect.deliveries.append(openingFor(shared, newcomer, context.decision.siren, departure.id));
            effect.mails.append(m_texts.accountOpening(newcomer.email, company.value(), portal));
        } else if (one.state == NewcomerState::Invited) {
            effect.mails.append(m_texts.registrationAsked(
                newcomer.email, company.value(), portal,
                {context.decision.siren, shared.roleLabel, labelsOf(shared, newcomer), newcomer.sirets}));
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
        if (faultOf(shared, named, i) || !areOwnPlaces(one.sirets, context.decision.siren)) {
            return wrongNewcomer("somebody who cannot take over from this account");
        }
        NewcomerProgress progress{one, NewcomerState::Present};
        progress.at = context.now;
        if (const PortalAccount* own = ownAccountOf(accounts, shared, one)) {
            if (!worksFor(*own, one)) {
                return wrongNewcomer("somebody whose account there does not do this");
            }
        } else if (asksForLess(shared, one)) {
            return wrongNewcomer("an administrator with fewer rights than that role has");
        } else if (!isMailAddress(one.email)) {
            return Failure{FailureCode::EmailInvalid, QStringLiteral("address of a newcomer"), {}};
        } else if (opens && !context.strongSignIn && isOfHighEffect(shared, one)) {
            return Failure{FailureCode::StrongSignInNeeded,
                           QStringLiteral("it gives an administrator's role or a payment right"),
                           {}};
        } else {
            progress.state = opens ? NewcomerState::Requested : NewcomerState::Invited;
        }
        newcomers.append(progress);
    }
    return newcomers;
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
