// SPDX-License-Identifier: MIT
#include "service/decisions/DepartureLeaving.h"

#include "core/departure/Replacement.h"
#include "core/departure/WayOut.h"
#include "service/journal/CompanyCursor.h"

#include <algorithm>

namespace proconnect::service {

using Accounts = QHash<QString, StoredAccount>;

namespace {

bool waitsStill(const StoredStep& step)
{
    return step.waits();
}

} // namespace

Outcome<QList<DeliveryOrder>> DepartureLeaving::leave(QSqlDatabase& connection, StoredDeparture& stored,
                                                      const QDateTime& now) const
{
    if (const auto on = goOn(connection, stored); !on) {
        return on.failure();
    }
    auto accounts = accountsOf(connection, stored, waitsStill);
    if (!accounts) {
        return accounts.failure();
    }
    const auto kept = held(connection, stored, accounts.value(), now);
    const auto cursor = currentCursor(connection, stored.siren);
    if (!kept || !cursor) {
        return kept ? cursor.failure() : kept.failure();
    }
    QList<DeliveryOrder> orders;
    for (StoredStep& step : stored.steps) {
        if (!step.waits()) {
            continue;
        }
        const auto account = accounts.value().find(step.step.account);
        if (account == accounts.value().end()) {
            const auto moved = m_progress.move(connection, step, DepartureStepState::NotNeeded, now);
            if (!moved) {
                return moved.failure();
            }
            continue;
        }
        if (kept.value().contains(step.step.account)) {
            if (const auto waits = hold(connection, step, *account, cursor.value(), now); !waits) {
                return waits.failure();
            }
            continue;
        }
        const auto order = m_closing.leave(connection, *account, stored.decision);
        if (!order) {
            return order.failure();
        }
        step.decision = stored.decision;
        const auto moved =
            m_progress.move(connection, step,
                            order.value() ? DepartureStepState::Requested : DepartureStepState::Manual, now);
        if (!moved) {
            return moved.failure();
        }
        if (order.value()) {
            orders.append(*order.value());
        }
    }
    if (stored.departure.state == DepartureState::Scheduled) {
        stored.departure.state = DepartureState::Running;
        if (const auto saved = m_departures.save(connection, stored); !saved) {
            return saved.failure();
        }
    }
    const auto settled = m_progress.settle(connection, stored.departure.id, now);
    return settled ? Outcome<QList<DeliveryOrder>>(orders) : Outcome<QList<DeliveryOrder>>(settled.failure());
}

Outcome<int> DepartureLeaving::stop(QSqlDatabase& connection, StoredDeparture& stored,
                                    const QDateTime& now) const
{
    if (const auto on = goOn(connection, stored); !on) {
        return on.failure();
    }
    const bool wayOut = !stored.departure.newcomers.isEmpty();
    const auto stoppable = [wayOut](const StoredStep& step) {
        return step.waits() || (wayOut && step.step.state == DepartureStepState::Failed);
    };
    auto accounts = accountsOf(connection, stored, stoppable);
    if (!accounts) {
        return accounts.failure();
    }
    int stopped = 0;
    for (StoredStep& step : stored.steps) {
        if (!stoppable(step)) {
            if (auto forgotten = stopForGood(connection, step); !forgotten) {
                return forgotten.failure();
            }
            continue;
        }
        ++stopped;
        const auto account = accounts.value().find(step.step.account);
        const AccountState ours = step.waits() ? AccountState::ClosureScheduled : AccountState::ClosureFailed;
        if (account != accounts.value().end() && account->account.state == ours) {
            account->account.state = step.before;
            // What the portal said to this closing is over with it; what it said before stays.
            account->account.portalMessage = step.waits() ? account->account.portalMessage : QString();
            if (const auto saved = m_accounts.save(connection, *account); !saved) {
                return saved.failure();
            }
        }
        if (const auto moved = m_progress.move(connection, step, DepartureStepState::NotNeeded, now);
            !moved) {
            return moved.failure();
        }
    }
    const auto settled = m_progress.settle(connection, stored.departure.id, now, true);
    return settled ? Outcome<int>(stopped) : Outcome<int>(settled.failure());
}

Outcome<Done> DepartureLeaving::stopForGood(QSqlDatabase& connection, StoredStep& step) const
{
    // What had not left, and only a list shows as closed, would go on if that turned out wrong.
    if (step.step.state != DepartureStepState::NotNeeded || !step.beforeData) {
        return Done{};
    }
    step.beforeData.reset();
    return m_departures.save(connection, step);
}

Outcome<Done> DepartureLeaving::goOn(QSqlDatabase& connection, StoredDeparture& stored) const
{
    if (!stored.departure.putOff) {
        return Done{};
    }
    stored.departure.putOff.reset();
    if (auto saved = m_departures.save(connection, stored); !saved) {
        return saved;
    }
    const auto cursor = advanceCursor(connection, stored.siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

Outcome<bool> DepartureLeaving::isReady(QSqlDatabase& connection, const StoredDeparture& stored,
                                        const QDateTime& now) const
{
    const auto accounts = accountsOf(connection, stored, waitsStill);
    if (!accounts) {
        return accounts.failure();
    }
    const auto kept = held(connection, stored, accounts.value(), now);
    return kept ? Outcome<bool>(kept.value().size() < accounts.value().size())
                : Outcome<bool>(kept.failure());
}

Outcome<Accounts> DepartureLeaving::accountsOf(QSqlDatabase& connection, const StoredDeparture& stored,
                                               const Condition& those) const
{
    Accounts accounts;
    for (const StoredStep& step : stored.steps) {
        if (!those(step)) {
            continue;
        }
        const auto found = m_accounts.find(connection, stored.siren, step.step.account);
        if (!found) {
            return found.failure();
        }
        if (found.value() && found.value()->account.openAccount()) {
            accounts.insert(step.step.account, *found.value());
        }
    }
    return accounts;
}

Outcome<QSet<QString>> DepartureLeaving::held(QSqlDatabase& connection, const StoredDeparture& stored,
                                              const Accounts& waiting, const QDateTime& now) const
{
    QSet<QString> kept;
    const bool administrators = std::any_of(waiting.cbegin(), waiting.cend(), [](const StoredAccount& each) {
        return each.account.administratorRole;
    });
    if (!administrators && stored.departure.newcomers.isEmpty()) {
        return kept; // most departures: nobody else's accounts need be looked at
    }
    const auto company = m_hands.read(connection, stored.siren);
    if (!company) {
        return company.failure();
    }
    const AccountList& all = company.value().accounts;
    const QList<NewcomerProgress>& newcomers = stored.departure.newcomers;
    QSet<QString> takingOver;
    for (const StoredAccount& each : waiting) {
        takingOver += ownAccountsOf(all, each.account, newcomers);
    }
    const LastHands hands(company.value(), QSet<QString>(waiting.keyBegin(), waiting.keyEnd()),
                          dayInParis(now), takingOver);
    for (const StoredStep& step : stored.steps) {
        const auto account = waiting.constFind(step.step.account);
        if (!step.waits() || account == waiting.cend()) {
            continue;
        }
        const bool lastHand = !step.withoutSuccessor && hands.of(step.step.account);
        const bool works = isReplacement(stored.departure)
                               ? isTakenOver(all, account->account, step.role, newcomers)
                               : allWork(all, account->account, newcomers);
        if (lastHand || !isAnswerTaken(stored.departure) || !works) {
            kept.insert(step.step.account);
        }
    }
    return kept;
}

Outcome<Done> DepartureLeaving::hold(QSqlDatabase& connection, StoredStep& step, StoredAccount& account,
                                     qint64 cursor, const QDateTime& now) const
{
    step.lookedAt = cursor;
    if (account.account.state != AccountState::ClosureScheduled) {
        account.account.state = AccountState::ClosureScheduled;
        if (auto saved = m_accounts.save(connection, account); !saved) {
            return saved;
        }
    }
    return step.step.state == DepartureStepState::ReplacementNeeded
               ? m_departures.save(connection, step)
               : m_progress.move(connection, step, DepartureStepState::ReplacementNeeded, now);
}

} // namespace proconnect::service
