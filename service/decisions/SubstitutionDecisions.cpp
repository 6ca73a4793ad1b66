// SPDX-License-Identifier: MIT
#include "service/decisions/SubstitutionDecisions.h"

#include "core/departure/Orphan.h"
#include "service/decisions/AccountDecisions.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

DeliveryOrder orderFor(const StoredAccount& orphan, const PortalAccount& successor, const QString& subject)
{
    DeliveryOrder order;
    order.siren = orphan.siren;
    order.portal = orphan.account.portal;
    order.kind = DeliveryKind::NameAdministrator;
    order.target = orphan.account.id;
    order.content = {{QStringLiteral("successor"), successor.id},
                     {QStringLiteral("role"), orphan.account.roleCode},
                     {QStringLiteral("decidedBy"), subject},
                     {QStringLiteral("sirets"), QJsonArray::fromStringList(orphan.account.sirets)}};
    if (isNewcomer(orphan.account, successor)) {
        order.content.insert(QStringLiteral("name"), successor.holderName);
        order.content.insert(QStringLiteral("email"), successor.email);
    }
    return order;
}

} // namespace

Outcome<DecisionEffect> SubstitutionDecisions::apply(QSqlDatabase& connection,
                                                     const DecisionContext& context) const
{
    auto found = targetOf(connection, m_accounts, context);
    if (!found) {
        return found.failure();
    }
    StoredAccount& orphan = found.value();
    if (const auto why = whyNotThis(orphan.account, context)) {
        return *why;
    }
    const auto successor = successorOf(connection, orphan.account, context);
    if (!successor) {
        return successor.failure();
    }
    orphan.account.substitution =
        Substitution{successor.value().id, orphan.account.roleCode, context.person.displayName, context.now,
                     SubstitutionState::Requested};
    orphan.account.portalMessage.clear();
    if (const auto saved = m_accounts.save(connection, orphan); !saved) {
        return saved.failure();
    }
    DecisionEffect effect;
    effect.person = personOf(successor.value());
    effect.portal = orphan.account.portal;
    effect.journalKind = QStringLiteral("account.naming");
    effect.deliveries.append(orderFor(orphan, successor.value(), context.person.subject));
    return effect;
}

std::optional<Failure> SubstitutionDecisions::whyNotThis(const PortalAccount& account,
                                                         const DecisionContext& context) const
{
    const PortalConfiguration* portal = m_portals.find(account.portal);
    if (portal == nullptr || !portal->portal.namesAdministrators) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("the portal takes no such order"), {}};
    }
    if (!context.strongSignIn) {
        return Failure{
            FailureCode::StrongSignInNeeded, QStringLiteral("it gives an administrator's role"), {}};
    }
    const auto& asked = account.substitution;
    if (asked && !mayAskAgain(*asked, context.now)) {
        return Failure{FailureCode::AlreadyDecided, QStringLiteral("the portal has been asked"),
                       byWhom(asked->askedBy, asked->askedAt)};
    }
    return whyNotAsShown(account, context.decision.targetVersion);
}

Outcome<PortalAccount> SubstitutionDecisions::successorOf(QSqlDatabase& connection,
                                                          const PortalAccount& orphan,
                                                          const DecisionContext& context) const
{
    if (!context.decision.successorVersion) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("whose account, and not as of when"),
                       QStringLiteral("successorVersion")};
    }
    const auto company = m_hands.read(connection, context.decision.siren);
    if (!company) {
        return company.failure();
    }
    const QDate today = dayInParis(context.now);
    if (!isOrphaned(company.value(), orphan.id, today)) {
        return Failure{FailureCode::Conflict, QStringLiteral("somebody in post administers it"), {}};
    }
    if (orphan.roleCode.isEmpty()) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("the portal does not say which role"), {}};
    }
    for (const qsizetype i : substitutesFor(company.value(), orphan.id, today)) {
        const PortalAccount& one = company.value().accounts.at(i);
        if (one.id != context.decision.successor) {
            continue;
        }
        // What they had is part of what was decided: another role of theirs is replaced.
        const auto changed = whyNotAsShown(one, *context.decision.successorVersion);
        return changed ? Outcome<PortalAccount>(*changed) : Outcome<PortalAccount>(one);
    }
    return Failure{FailureCode::InvalidRequest, QStringLiteral("nobody who can take over"),
                   QStringLiteral("successor")};
}

} // namespace proconnect::service
