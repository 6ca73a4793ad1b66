// SPDX-License-Identifier: MIT
#include "service/decisions/ClosedAccountDecisions.h"

#include "service/decisions/AccountDecisions.h"

#include <algorithm>

namespace proconnect::service {
namespace {

Failure conflict(const char* why)
{
    return {FailureCode::Conflict, QLatin1String(why), {}};
}

/// Opening the account gives rights as accepting a request for them does.
bool isOfHighEffect(const PortalAccount& account)
{
    return account.administratorRole || std::any_of(account.rights.cbegin(), account.rights.cend(),
                                                    [](const PortalRight& right) { return right.payment; });
}

/// The departure closed it, not somebody since, and not too long ago.
bool isRestorable(const DepartureStep& step, const PortalConfiguration& portal, const QDateTime& now)
{
    return step.state == DepartureStepState::Confirmed && !step.restoredAt && step.at &&
           step.at->addDays(portal.portal.restoreDays) > now;
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

Outcome<DecisionEffect> ClosedAccountDecisions::apply(QSqlDatabase& connection,
                                                      const DecisionContext& context) const
{
    auto found = targetOf(connection, m_accounts, context);
    if (!found) {
        return found.failure();
    }
    if (const auto changed = whyNotAsShown(found.value().account, context.decision.targetVersion)) {
        return *changed;
    }
    return context.decision.kind == DecisionKind::DeclareClosed
               ? declareClosed(connection, found.value(), context)
               : restore(connection, found.value(), context);
}

Outcome<DecisionEffect> ClosedAccountDecisions::declareClosed(QSqlDatabase& connection, StoredAccount& stored,
                                                              const DecisionContext& context) const
{
    auto steps = m_departures.stepsOf(connection, stored.siren, stored.account.id);
    if (!steps) {
        return steps.failure();
    }
    const auto step = std::find_if(steps.value().begin(), steps.value().end(), [](const StoredStep& each) {
        return each.step.state == DepartureStepState::Manual || each.step.state == DepartureStepState::Failed;
    });
    if (step == steps.value().end()) {
        return conflict("no closure waits for a letter");
    }
    // Until the portal's own data show it gone, nobody knows more than that.
    stored.account.state = AccountState::ClosureManual;
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (const auto moved = m_progress.move(connection, *step, DepartureStepState::DeclaredDone, context.now);
        !moved) {
        return moved.failure();
    }
    if (const auto settled = m_progress.settle(connection, step->departure, context.now); !settled) {
        return settled.failure();
    }
    return effectOn(stored.account, QStringLiteral("account.declaredClosed"));
}

Outcome<DecisionEffect> ClosedAccountDecisions::restore(QSqlDatabase& connection, StoredAccount& stored,
                                                        const DecisionContext& context) const
{
    const PortalConfiguration* portal = m_portals.find(stored.account.portal);
    const auto steps = m_departures.stepsOf(connection, stored.siren, stored.account.id);
    if (!steps) {
        return steps.failure();
    }
    const bool within = portal != nullptr && portal->restores() && !steps.value().isEmpty() &&
                        isRestorable(steps.value().constFirst().step, *portal, context.now);
    if (!within || stored.account.state != AccountState::Closed) {
        return conflict("the portal does not open this account again");
    }
    if (isOfHighEffect(stored.account) && !context.strongSignIn) {
        return Failure{
            FailureCode::StrongSignInNeeded, QStringLiteral("this account gives rights of high effect"), {}};
    }
    const auto before = isBeingRestored(connection, stored);
    if (!before || before.value()) {
        return before
                   ? Failure{FailureCode::AlreadyDecided, QStringLiteral("the account is being opened"), {}}
                   : before.failure();
    }
    stored.account.portalMessage.clear();
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    DeliveryOrder order;
    order.siren = stored.siren;
    order.portal = stored.account.portal;
    order.kind = DeliveryKind::RestoreAccount;
    order.target = stored.account.id;
    DecisionEffect effect = effectOn(stored.account, QStringLiteral("account.restoring"));
    effect.deliveries.append(order);
    return effect;
}

Outcome<bool> ClosedAccountDecisions::isBeingRestored(QSqlDatabase& connection,
                                                      const StoredAccount& stored) const
{
    const auto waiting = m_queue.waiting(connection, stored.siren, DeliveryKind::RestoreAccount);
    return waiting ? Outcome<bool>(std::any_of(
                         waiting.value().cbegin(), waiting.value().cend(),
                         [&stored](const DeliveryOrder& order) { return order.target == stored.account.id; }))
                   : Outcome<bool>(waiting.failure());
}

} // namespace proconnect::service
