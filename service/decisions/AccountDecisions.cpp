// SPDX-License-Identifier: MIT
#include "service/decisions/AccountDecisions.h"

#include "service/accounts/PersonNames.h"

namespace proconnect::service {
namespace {

Failure alreadyDecided(const char* why)
{
    return {FailureCode::AlreadyDecided, QLatin1String(why), {}};
}

Failure notAllowed(const char* why)
{
    return {FailureCode::NotAllowed, QLatin1String(why), {}};
}

} // namespace

Outcome<DecisionEffect> AccountDecisions::apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const
{
    if (!context.standing.mandate) {
        return notAllowed("no delegation reaches accounts");
    }
    const Decision& decision = context.decision;
    auto found = m_accounts.find(connection, decision.siren, decision.target);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such account of this company"), {}};
    }
    StoredAccount& stored = *found.value();
    PortalAccount& account = stored.account;
    const bool closing = decision.kind == DecisionKind::CloseAccount;
    if (const auto why = closing ? whyNotCloseable(stored) : whyNotCertifiable(stored, context.person)) {
        return *why;
    }
    if (account.version != decision.targetVersion) {
        return Failure{
            FailureCode::VersionChanged, QStringLiteral("the account changed since it was shown"), {}};
    }
    account.portalMessage.clear();
    DecisionEffect effect;
    effect.person = account.holderName.isEmpty() ? account.email : account.holderName;
    effect.portal = account.portal;
    effect.journalKind = closing ? QStringLiteral("account.closing") : QStringLiteral("account.certifying");
    const PortalConfiguration* portal = m_portals.find(account.portal);
    const bool byEvent = closing && portal != nullptr && portal->takesClosures();
    const bool byProgram = byEvent || (reachable(account.portal) && (!closing || portal->closes));
    if (closing) {
        account.state = byProgram ? AccountState::ClosureRequested : AccountState::ClosureManual;
    } else {
        account.certification = AccountCertification::Requested;
    }
    if (byProgram) {
        DeliveryOrder order;
        order.siren = stored.siren;
        order.portal = account.portal;
        order.decision = decision.id;
        order.kind = byEvent   ? DeliveryKind::AskClosure
                     : closing ? DeliveryKind::CloseAccount
                               : DeliveryKind::CertifyAccount;
        order.target = account.id;
        if (byEvent) {
            order.content = {{QStringLiteral("siren"), stored.siren},
                             {QStringLiteral("portalAccountId"), account.portalAccountId}};
        } else if (!closing) {
            order.content = {{QStringLiteral("subject"), context.person.subject}};
        }
        effect.delivery = order;
    }
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    return effect;
}

std::optional<Failure> AccountDecisions::whyNotCloseable(const StoredAccount& stored) const
{
    switch (stored.account.state) {
    case AccountState::Closed:
    case AccountState::ClosureRequested:
    case AccountState::ClosureScheduled:
    case AccountState::ClosureManual:
        return alreadyDecided("the account is closed or closing");
    case AccountState::Active:
    case AccountState::Suspended:
    case AccountState::ClosureFailed:
    case AccountState::Unknown:
        break;
    }
    return std::nullopt;
}

std::optional<Failure> AccountDecisions::whyNotCertifiable(const StoredAccount& stored,
                                                           const SignedInPerson& person) const
{
    const PortalConfiguration* portal = m_portals.find(stored.account.portal);
    if (!isOwnAccount(stored, person)) {
        return notAllowed("the account is somebody else's");
    }
    if (portal == nullptr || !portal->portal.certifies || !reachable(stored.account.portal)) {
        return notAllowed("the portal does not certify accounts");
    }
    if (stored.account.state != AccountState::Active) {
        return notAllowed("the account is not active");
    }
    if (stored.account.certification == AccountCertification::Requested ||
        stored.account.certification == AccountCertification::Certified) {
        return alreadyDecided("the account is certified or being certified");
    }
    if (stored.account.certification == AccountCertification::ToWithdraw) {
        return notAllowed("its certification is being withdrawn");
    }
    return std::nullopt;
}

bool AccountDecisions::reachable(const QString& portalId) const
{
    const PortalConfiguration* portal = m_portals.find(portalId);
    return portal != nullptr && !portal->scimUrl.isEmpty();
}

bool isOwnAccount(const StoredAccount& stored, const SignedInPerson& person)
{
    if (!stored.certifiedSubject.isEmpty()) {
        return stored.certifiedSubject == person.subject;
    }
    const QString name = foldedName(stored.account.holderName);
    return !name.isEmpty() && name == foldedName(person.displayName);
}

} // namespace proconnect::service
