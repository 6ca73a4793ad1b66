// SPDX-License-Identifier: MIT
#include "service/accounts/DisprovedClosures.h"

#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

bool isDisproved(const StoredAccount& stored, const QDateTime& asOf)
{
    const AccountState now = stored.account.state;
    return stored.closedByData && stored.closedByData->asOf >= asOf && now != AccountState::Closed &&
           !orderUnderWay(now);
}

/// Whether a portal is still to take the latest order to close the account, or to say what became of it.
Outcome<bool> isAwaited(QSqlDatabase& connection, const QString& siren, const QString& account)
{
    auto order = runQuery(connection,
                          QStringLiteral("SELECT state, answered_at FROM delivery WHERE siren = ? AND target "
                                         "= ? AND kind IN ('closeAccount', 'askClosure') ORDER BY created_at "
                                         "DESC LIMIT 1"),
                          {siren, account});
    if (!order) {
        return order.failure();
    }
    if (!order.value().next()) {
        return false;
    }
    const QString state = order.value().value(0).toString();
    return state == u"waiting" || (state == u"acknowledged" && order.value().value(1).isNull());
}

} // namespace

Outcome<Done> DisprovedClosures::restore(QSqlDatabase& connection,
                                         const AccountListings::Source& source) const
{
    const auto accounts = m_store.accountsOn(connection, source.siren, source.portal);
    if (!accounts) {
        return accounts.failure();
    }
    for (const StoredAccount& stored : accounts.value()) {
        if (!isDisproved(stored, source.asOf)) {
            continue;
        }
        if (auto restored = restore(connection, source, stored); !restored) {
            return restored;
        }
    }
    return Done{};
}

Outcome<Done> DisprovedClosures::restore(QSqlDatabase& connection, const AccountListings::Source& source,
                                         StoredAccount stored) const
{
    PortalAccount& account = stored.account;
    const auto awaited = isAwaited(connection, source.siren, account.id);
    if (!awaited) {
        return awaited.failure();
    }
    const auto step =
        m_departures.disproved(connection, {source.siren, source.portal, source.asOf, true, source.now},
                               account.id, awaited.value());
    if (!step) {
        return step.failure();
    }
    AccountState before = step.value().value_or(stored.closedByData->before);
    if (before == AccountState::ClosureRequested && !awaited.value()) {
        before = AccountState::ClosureFailed; // nobody is left to answer
    }
    const bool stopped = !step.value() && before == AccountState::ClosureScheduled;
    // What is reported but active shows no order: AccountStore::merged().
    if (account.state != AccountState::Active || stopped || !orderUnderWay(before)) {
        return Done{};
    }
    account.state = before;
    if (auto saved = m_store.save(connection, stored); !saved) {
        return saved;
    }
    const auto moved = advanceCursor(connection, source.siren);
    return moved ? Outcome<Done>(Done{}) : Outcome<Done>(moved.failure());
}

} // namespace proconnect::service
