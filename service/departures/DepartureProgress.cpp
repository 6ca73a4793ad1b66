// SPDX-License-Identifier: MIT
#include "service/departures/DepartureProgress.h"

#include "core/departure/WayOut.h"
#include "service/journal/CompanyCursor.h"

#include <QHash>

#include <algorithm>

namespace proconnect::service {
namespace {

/// What the portal says it takes is not to the minute.
constexpr qint64 marginSeconds = 3600;

bool isSettled(DepartureStepState state)
{
    return state == DepartureStepState::Confirmed || state == DepartureStepState::DeclaredDone ||
           state == DepartureStepState::NotNeeded;
}

/// Where a step stands once its account is so; nothing: where it stood.
std::optional<DepartureStepState> stateAfter(const StoredStep& stored, AccountState account)
{
    using Step = DepartureStepState;
    const Step state = stored.step.state;
    if (state == Step::Confirmed || state == Step::NotNeeded) {
        return std::nullopt;
    }
    switch (account) {
    case AccountState::Closed:
        return stored.waits() ? Step::NotNeeded : Step::Confirmed;
    case AccountState::ClosureRequested:
        return Step::Requested;
    case AccountState::ClosureFailed:
        return state == Step::Requested ? std::optional(Step::Failed) : std::nullopt;
    case AccountState::ClosureManual:
        return state == Step::Requested || state == Step::Failed ? std::optional(Step::Manual) : std::nullopt;
    case AccountState::Active:
    case AccountState::Suspended:
    case AccountState::ClosureScheduled:
    case AccountState::Unknown:
        break;
    }
    return std::nullopt;
}

Outcome<Done> moved(QSqlDatabase& connection, const QString& siren)
{
    const auto cursor = advanceCursor(connection, siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

} // namespace

Outcome<Done> DepartureProgress::follow(QSqlDatabase& connection, const QString& siren,
                                        const PortalAccount& account, const QDateTime& now,
                                        const QString& decision) const
{
    auto steps = m_store.unsettledOf(connection, siren, account.id);
    if (!steps) {
        return steps.failure();
    }
    for (StoredStep& stored : steps.value()) {
        const auto moved = take(connection, stored, account, now, decision);
        if (!moved) {
            return moved.failure();
        }
        if (moved.value()) {
            if (auto settled = settle(connection, stored.departure, now); !settled) {
                return settled;
            }
        }
    }
    return Done{};
}

Outcome<Done> DepartureProgress::follow(QSqlDatabase& connection, const Reading& reading,
                                        const QList<PortalAccount>& changed) const
{
    auto steps = m_store.unsettled(connection, reading.siren, reading.portal);
    if (!steps || steps.value().isEmpty()) {
        return steps ? Outcome<Done>(Done{}) : Outcome<Done>(steps.failure());
    }
    QHash<QString, const PortalAccount*> accounts;
    for (const PortalAccount& account : changed) {
        accounts.insert(account.id, &account);
    }
    QSet<QString> departures;
    for (StoredStep& stored : steps.value()) {
        if (auto told = tellSurplus(connection, stored, changed, reading.now); !told) {
            return told;
        }
        const PortalAccount* account = accounts.value(stored.step.account, nullptr);
        const auto moved = account == nullptr ? Outcome<bool>(false)
                                              : take(connection, stored, *account, reading.now, QString());
        if (!moved) {
            return moved.failure();
        }
        if (moved.value()) {
            departures.insert(stored.departure);
        }
    }
    for (const QString& departure : std::as_const(departures)) {
        if (auto settled = settle(connection, departure, reading.now); !settled) {
            return settled;
        }
    }
    return reading.whole ? tellStillOpen(connection, reading) : Outcome<Done>(Done{});
}

Outcome<QList<StoredStep>> DepartureProgress::provenSince(QSqlDatabase& connection, const QString& siren,
                                                          const QString& portal, const QDateTime& since) const
{
    const PortalConfiguration* known = m_portals.find(portal);
    return known == nullptr || known->closesByProgram()
               ? Outcome<QList<StoredStep>>(QList<StoredStep>()) // it may have said so itself
               : m_store.confirmedSince(connection, siren, portal, since);
}

Outcome<Done> DepartureProgress::disproved(QSqlDatabase& connection, StoredStep& stored,
                                           const QDateTime& now) const
{
    if (auto moved = move(connection, stored, DepartureStepState::Manual, now); !moved) {
        return moved;
    }
    const auto person = reopen(connection, stored.departure);
    return person ? Outcome<Done>(Done{}) : Outcome<Done>(person.failure());
}

Outcome<Done> DepartureProgress::restored(QSqlDatabase& connection, const QString& siren,
                                          const QString& account, const QDateTime& now) const
{
    auto steps = m_store.stepsOf(connection, siren, account);
    if (!steps || steps.value().isEmpty()) {
        return steps ? Outcome<Done>(Done{}) : Outcome<Done>(steps.failure());
    }
    StoredStep& latest = steps.value().first();
    if (latest.step.state != DepartureStepState::Confirmed || latest.step.restoredAt) {
        return Done{};
    }
    latest.step.restoredAt = now;
    if (auto saved = m_store.save(connection, latest); !saved) {
        return saved;
    }
    return moved(connection, siren);
}

Outcome<bool> DepartureProgress::take(QSqlDatabase& connection, StoredStep& stored,
                                      const PortalAccount& account, const QDateTime& now,
                                      const QString& decision) const
{
    const auto next = stateAfter(stored, account.state);
    if (!next || (*next == stored.step.state && decision.isEmpty())) {
        return false;
    }
    if (!decision.isEmpty()) {
        stored.decision = decision;
    }
    const auto moved = move(connection, stored, *next, now, account.portalMessage);
    return moved ? Outcome<bool>(true) : Outcome<bool>(moved.failure());
}

Outcome<Done> DepartureProgress::move(QSqlDatabase& connection, StoredStep& stored, DepartureStepState state,
                                      const QDateTime& now, const QString& message) const
{
    DepartureStep& step = stored.step;
    step.state = state;
    step.at = now;
    step.late = false;
    step.portalMessage = message;
    stored.lateAt.reset();
    if (state == DepartureStepState::Requested) {
        const PortalConfiguration* portal = m_portals.find(step.portal);
        const qint64 hours = portal == nullptr ? 0 : portal->portal.closingHours;
        stored.lateAt = now.addSecs(hours * 3600 + marginSeconds);
    }
    if (auto saved = m_store.save(connection, stored); !saved) {
        return saved;
    }
    return moved(connection, stored.siren);
}

Outcome<Done> DepartureProgress::settle(QSqlDatabase& connection, const QString& departure,
                                        const QDateTime& now, bool stopped) const
{
    auto found = m_store.find(connection, departure);
    if (!found || !found.value() || found.value()->endedAt) {
        return found ? Outcome<Done>(Done{}) : Outcome<Done>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    const QList<StoredStep>& steps = stored.steps;
    const bool over = std::all_of(steps.cbegin(), steps.cend(),
                                  [](const StoredStep& each) { return isSettled(each.step.state); });
    if (!over) {
        return Done{};
    }
    const bool nothingLeft = std::all_of(steps.cbegin(), steps.cend(), [](const StoredStep& each) {
        return each.step.state == DepartureStepState::NotNeeded;
    });
    const bool cancelled = stopped && nothingLeft;
    stored.departure.state = cancelled ? DepartureState::Cancelled : DepartureState::Closed;
    stored.departure.reason = LeavingReason::NotSaid;
    stored.endedAt = now;
    if (auto saved = m_store.save(connection, stored); !saved) {
        return saved;
    }
    if (cancelled) {
        return Done{}; // whoever stopped it says so
    }
    // Who closed the shared account did not wait until everybody had their own.
    const bool goneBefore = nothingLeft && !stored.departure.newcomers.isEmpty();
    const auto event = goneBefore ? QStringLiteral("gone") : QStringLiteral("closed");
    return m_journal.add(connection, stored.siren,
                         {0, now, journalKind(stored.departure, event), stored.departure.person, {}, {}});
}

Outcome<bool> DepartureProgress::opening(QSqlDatabase& connection, const Opening& opening,
                                         const QDateTime& now) const
{
    auto found = m_store.find(connection, opening.departure);
    if (!found || !found.value()) {
        return found ? Outcome<bool>(false) : Outcome<bool>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    QList<NewcomerProgress>& all = stored.departure.newcomers;
    const auto one = std::find_if(all.begin(), all.end(), [&opening](const NewcomerProgress& each) {
        return each.newcomer.email == opening.email && each.state == NewcomerState::Requested;
    });
    if (one == all.end()) {
        return false;
    }
    one->state = opening.state;
    one->portalMessage = opening.message;
    one->at = now;
    if (auto saved = m_store.save(connection, stored); !saved) {
        return saved.failure();
    }
    // That the account works is told by the portal's own data.
    const auto told = opening.state == NewcomerState::Failed
                          ? m_journal.add(connection, stored.siren,
                                          {0,
                                           now,
                                           QStringLiteral("account.openingFailed"),
                                           one->newcomer.name,
                                           {},
                                           stored.steps.first().step.portal})
                          : moved(connection, stored.siren);
    return told ? Outcome<bool>(true) : Outcome<bool>(told.failure());
}

Outcome<Done> DepartureProgress::tellSurplus(QSqlDatabase& connection, const StoredStep& step,
                                             const QList<PortalAccount>& changed, const QDateTime& now) const
{
    // A portal is told to open accounts with a role that it knows: no other departure need be read.
    if (step.role.isEmpty() || changed.isEmpty()) {
        return Done{};
    }
    const auto found = m_store.find(connection, step.departure);
    if (!found || !found.value()) {
        // One that cannot be read must not keep the portal's data from being taken.
        const bool unreadable = !found && found.failure().code == FailureCode::StorageUnreadable;
        return found || unreadable ? Outcome<Done>(Done{}) : Outcome<Done>(found.failure());
    }
    PortalAccount shared;
    shared.id = step.step.account;
    shared.portal = step.step.portal;
    shared.roleCode = step.role;
    const AccountList accounts(changed);
    for (const NewcomerProgress& one : found.value()->departure.newcomers) {
        const PortalAccount* own = ownAccountOf(accounts, shared, one);
        // While the order is on its way it may be one that they registered for.
        if (one.state != NewcomerState::Taken || own == nullptr || !surplusOf(*own, shared, one).any()) {
            continue;
        }
        auto told = m_journal.add(
            connection, step.siren,
            {0, now, QStringLiteral("account.openedBeyond"), one.newcomer.name, {}, step.step.portal});
        if (!told) {
            return told;
        }
    }
    return Done{};
}

Outcome<Done> DepartureProgress::tellStillOpen(QSqlDatabase& connection, const Reading& reading) const
{
    auto declared = m_store.declaredBefore(connection, reading.siren, reading.portal, reading.asOf);
    if (!declared) {
        return declared.failure();
    }
    for (StoredStep& stored : declared.value()) {
        if (auto moved = move(connection, stored, DepartureStepState::Manual, reading.now); !moved) {
            return moved;
        }
        const auto person = reopen(connection, stored.departure);
        if (!person) {
            return person.failure();
        }
        auto told = m_journal.add(
            connection, reading.siren,
            {0, reading.now, QStringLiteral("account.stillOpen"), person.value(), {}, reading.portal});
        if (!told) {
            return told;
        }
    }
    return Done{};
}

Outcome<QString> DepartureProgress::reopen(QSqlDatabase& connection, const QString& departure) const
{
    auto found = m_store.find(connection, departure);
    if (!found || !found.value()) {
        return found ? Outcome<QString>(QString()) : Outcome<QString>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    stored.departure.state = DepartureState::Running;
    stored.endedAt.reset();
    const auto saved = m_store.save(connection, stored);
    return saved ? Outcome<QString>(stored.departure.person) : Outcome<QString>(saved.failure());
}

void fillRestorable(Departure& departure, const QSet<QString>& closed, const PortalDirectory& portals,
                    const QDateTime& now)
{
    for (DepartureStep& step : departure.steps) {
        const PortalConfiguration* portal = portals.find(step.portal);
        const bool restores = portal != nullptr && portal->restores();
        if (step.state != DepartureStepState::Confirmed || !step.at || step.restoredAt || !restores ||
            !closed.contains(step.account)) {
            continue;
        }
        const QDateTime until = step.at->addDays(portal->portal.restoreDays);
        if (until > now) {
            step.restorableUntil = until;
        }
    }
}

} // namespace proconnect::service
