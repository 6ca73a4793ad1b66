// SPDX-License-Identifier: MIT
#include "service/departures/DepartureProgress.h"

#include "core/departure/WayOut.h"
#include "service/departures/StepStates.h"
#include "service/journal/CompanyCursor.h"

#include <QHash>

#include <algorithm>

namespace proconnect::service {
namespace {

/// What the portal says it takes is not to the minute.
constexpr qint64 marginSeconds = 3600;

using Step = DepartureStepState;

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
        const auto moved = take(connection, stored, account, now, {decision, {}});
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
        const auto moved = account == nullptr
                               ? Outcome<bool>(false)
                               : take(connection, stored, *account, reading.now, {{}, reading.asOf});
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

Outcome<std::optional<AccountState>> DepartureProgress::disproved(QSqlDatabase& connection,
                                                                  const Reading& reading,
                                                                  const QString& account, bool awaited) const
{
    using Found = std::optional<AccountState>;
    auto steps = m_store.stepsOf(connection, reading.siren, account);
    if (!steps || steps.value().isEmpty()) {
        return steps ? Outcome<Found>(Found()) : Outcome<Found>(steps.failure());
    }
    StoredStep& latest = steps.value().first();
    if (!latest.beforeData || latest.beforeData->asOf < reading.asOf) {
        return Found();
    }
    const StepBeforeData before = *latest.beforeData;
    const Step state = before.step.state;
    latest.step = before.step;
    latest.lateAt = before.lateAt;
    latest.lookedAt = -1;
    latest.beforeData.reset();
    const bool lost = state == Step::Requested && !awaited;
    const bool open = state == Step::DeclaredDone && before.step.at < reading.asOf;
    const auto written = lost   ? move(connection, latest, Step::Failed, reading.now)
                         : open ? tellStillOpen(connection, reading, latest)
                                : save(connection, latest);
    if (!written) {
        return written.failure();
    }
    if (!isSettled(state)) {
        const auto person = reopen(connection, latest.departure,
                                   state == Step::ToDo ? DepartureState::Scheduled : DepartureState::Running);
        if (!person) {
            return person.failure();
        }
    }
    return Found(accountStateOf(latest.step.state));
}

Outcome<Done> DepartureProgress::proven(QSqlDatabase& connection, const QString& siren,
                                        const QString& account) const
{
    auto steps = m_store.stepsOf(connection, siren, account);
    if (!steps || steps.value().isEmpty() || !steps.value().first().beforeData) {
        return steps ? Outcome<Done>(Done{}) : Outcome<Done>(steps.failure());
    }
    steps.value().first().beforeData.reset();
    return m_store.save(connection, steps.value().first());
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
                                      const Cause& cause) const
{
    const auto next = stateAfter(stored, account.state);
    if (!next || (*next == stored.step.state && cause.decision.isEmpty())) {
        return false;
    }
    if (!cause.decision.isEmpty()) {
        stored.decision = cause.decision;
    }
    std::optional<StepBeforeData> before;
    if (cause.dataAsOf && account.state == AccountState::Closed) {
        before = StepBeforeData{stored.step, stored.lateAt, *cause.dataAsOf};
    }
    enter(stored, *next, now, account.portalMessage);
    stored.beforeData = std::move(before);
    const auto saved = save(connection, stored);
    return saved ? Outcome<bool>(true) : Outcome<bool>(saved.failure());
}

Outcome<Done> DepartureProgress::move(QSqlDatabase& connection, StoredStep& stored, DepartureStepState state,
                                      const QDateTime& now, const QString& message) const
{
    enter(stored, state, now, message);
    return save(connection, stored);
}

void DepartureProgress::enter(StoredStep& stored, DepartureStepState state, const QDateTime& now,
                              const QString& message) const
{
    DepartureStep& step = stored.step;
    step.state = state;
    step.at = now;
    step.late = false;
    step.portalMessage = message;
    stored.lateAt.reset();
    stored.beforeData.reset();
    if (state == DepartureStepState::Requested) {
        const PortalConfiguration* portal = m_portals.find(step.portal);
        const qint64 hours = portal == nullptr ? 0 : portal->portal.closingHours;
        stored.lateAt = now.addSecs(hours * 3600 + marginSeconds);
    }
}

Outcome<Done> DepartureProgress::save(QSqlDatabase& connection, const StoredStep& stored) const
{
    auto saved = m_store.save(connection, stored);
    return saved ? moved(connection, stored.siren) : saved;
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
        if (auto told = tellStillOpen(connection, reading, stored); !told) {
            return told;
        }
    }
    return Done{};
}

Outcome<Done> DepartureProgress::tellStillOpen(QSqlDatabase& connection, const Reading& reading,
                                               StoredStep& stored) const
{
    if (auto moved = move(connection, stored, DepartureStepState::Manual, reading.now); !moved) {
        return moved;
    }
    const auto person = reopen(connection, stored.departure, DepartureState::Running);
    if (!person) {
        return person.failure();
    }
    return m_journal.add(
        connection, reading.siren,
        {0, reading.now, QStringLiteral("account.stillOpen"), person.value(), {}, reading.portal});
}

Outcome<QString> DepartureProgress::reopen(QSqlDatabase& connection, const QString& departure,
                                           DepartureState state) const
{
    auto found = m_store.find(connection, departure);
    if (!found || !found.value()) {
        return found ? Outcome<QString>(QString()) : Outcome<QString>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    stored.departure.state = state;
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
