// SPDX-License-Identifier: MIT
#include "service/decisions/AccountDecisions.h"

#include <algorithm>

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

DecisionEffect effectOn(const PortalAccount& account, const QString& kind)
{
    DecisionEffect effect;
    effect.person = personOf(account);
    effect.portal = account.portal;
    effect.journalKind = kind;
    return effect;
}

} // namespace

Outcome<DecisionEffect> AccountDecisions::apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const
{
    auto found = targetOf(connection, m_accounts, context);
    if (!found) {
        return found.failure();
    }
    return context.decision.kind == DecisionKind::CloseAccount ? close(connection, found.value(), context)
                                                               : certify(connection, found.value(), context);
}

Outcome<DecisionEffect> AccountDecisions::close(QSqlDatabase& connection, StoredAccount& stored,
                                                const DecisionContext& context) const
{
    if (!isCloseable(stored.account.state)) {
        return alreadyDecided("the account is closed or closing");
    }
    if (const auto changed = whyNotAsShown(stored.account, context.decision.targetVersion)) {
        return *changed;
    }
    const auto last = isLastHand(connection, stored, context.now);
    if (!last || last.value()) {
        return last ? Failure{FailureCode::LastHand, QStringLiteral("nobody else administers what it does"),
                              m_portals.nameOf(stored.account.portal)}
                    : last.failure();
    }
    DecisionEffect effect = effectOn(stored.account, QStringLiteral("account.closing"));
    const QString decision = context.decision.id.toLower();
    const auto order = m_closing.leave(connection, stored, decision);
    if (!order) {
        return order.failure();
    }
    if (order.value()) {
        effect.deliveries.append(*order.value());
    }
    // Of a departure whose portal refused: it is asked once more.
    const auto followed = m_progress.follow(connection, stored.siren, stored.account, context.now, decision);
    return followed ? Outcome<DecisionEffect>(effect) : Outcome<DecisionEffect>(followed.failure());
}

Outcome<bool> AccountDecisions::isLastHand(QSqlDatabase& connection, const StoredAccount& stored,
                                           const QDateTime& now) const
{
    if (!stored.account.administratorRole) {
        return false; // most accounts: nobody else's need be looked at
    }
    const auto steps = m_departures.stepsOf(connection, stored.siren, stored.account.id);
    if (!steps) {
        return steps.failure();
    }
    // Somebody has read what nobody could do any more.
    const bool weighed = std::any_of(steps.value().cbegin(), steps.value().cend(), [](const auto& each) {
        return each.step.state == DepartureStepState::Failed && each.withoutSuccessor;
    });
    if (weighed) {
        return false;
    }
    const auto company = m_hands.read(connection, stored.siren);
    if (!company) {
        return company.failure();
    }
    const QString& account = stored.account.id;
    return LastHands(company.value(), {account}, dayInParis(now)).of(account).has_value();
}

Outcome<DecisionEffect> AccountDecisions::certify(QSqlDatabase& connection, StoredAccount& stored,
                                                  const DecisionContext& context) const
{
    PortalAccount& account = stored.account;
    const auto own = m_hands.ownedBy(connection, stored.siren, context.person);
    if (!own) {
        return own.failure();
    }
    if (const auto why = whyNotCertifiable(stored, own.value())) {
        return *why;
    }
    if (const auto changed = whyNotAsShown(account, context.decision.targetVersion)) {
        return *changed;
    }
    account.portalMessage.clear();
    account.certification = AccountCertification::Requested;
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = account.portal;
    order.decision = context.decision.id;
    order.kind = DeliveryKind::CertifyAccount;
    order.target = account.id;
    order.content = {{QStringLiteral("subject"), context.person.subject}};
    DecisionEffect effect = effectOn(account, QStringLiteral("account.certifying"));
    effect.deliveries.append(order);
    const auto saved = m_accounts.save(connection, stored);
    return saved ? Outcome<DecisionEffect>(effect) : Outcome<DecisionEffect>(saved.failure());
}

std::optional<Failure> AccountDecisions::whyNotCertifiable(const StoredAccount& stored,
                                                           const OwnAccounts& own) const
{
    const PortalConfiguration* portal = m_portals.find(stored.account.portal);
    if (!own.contain(stored)) {
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

Outcome<StoredAccount> targetOf(QSqlDatabase& connection, const AccountStore& accounts,
                                const DecisionContext& context)
{
    if (!context.standing.mandate) {
        return notAllowed("no delegation reaches accounts");
    }
    auto found = accounts.find(connection, context.decision.siren, context.decision.target);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such account of this company"), {}};
    }
    return *std::move(found).value();
}

std::optional<Failure> whyNotAsShown(const PortalAccount& account, int version)
{
    return account.version == version
               ? std::nullopt
               : std::optional(Failure{FailureCode::VersionChanged,
                                       QStringLiteral("the account changed since it was shown"),
                                       {}});
}

} // namespace proconnect::service
