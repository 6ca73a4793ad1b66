// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "core/model/PortalAccount.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect::service {

/// A step as it was before nothing but the portal's data ended it. They may turn out to have been wrong.
struct StepBeforeData
{
    DepartureStep step;
    std::optional<QDateTime> lateAt = {};
    QDateTime asOf; ///< of the data
};

/// One account's closing as the service keeps it.
struct StoredStep
{
    QString departure;
    QString siren;
    DepartureStep step;
    QString decision;                     ///< by which it was last asked for; empty: it has not left
    bool withoutSuccessor = false;        ///< its last hand may go, the consequence having been read
    std::optional<QDateTime> lateAt = {}; ///< of a requested one: from then on the portal is late
    qint64 lookedAt = -1;                 ///< the company's cursor when its successor was last looked for
    AccountState before = AccountState::Active; ///< of the account, which it is again if it is kept
    /// PortalAccount::roleCode of newcomers: of a way out the shared account's, of a replacement that asked
    /// for.
    QString role = {};
    std::optional<StepBeforeData> beforeData = {}; ///< until something else than data is said of it

    /// Neither asked for yet nor given up.
    [[nodiscard]] bool waits() const
    {
        return step.state == DepartureStepState::ToDo || step.state == DepartureStepState::ReplacementNeeded;
    }
};

/// A departure as the service keeps it; Departure::steps stays empty.
struct StoredDeparture
{
    QString siren;
    Departure departure;
    QString decision;  ///< that started it
    QString decidedBy; ///< pseudonym of the director
    QDateTime dueAt;   ///< when a job looks at it next
    std::optional<QDateTime> endedAt = {};
    QList<StoredStep> steps = {};
};

/// The departure with its steps, as directors see it.
[[nodiscard]] inline Departure shown(const StoredDeparture& stored)
{
    Departure departure = stored.departure;
    for (const StoredStep& step : stored.steps) {
        departure.steps.append(step.step);
    }
    return departure;
}

/// Kind of the journal's line about what happens to it: "departure.closed", of a way out "wayOut.closed", of
/// a replacement "replacement.closed".
[[nodiscard]] inline QString journalKind(const Departure& departure, const QString& event)
{
    const QString what = !departure.request.isEmpty()    ? QStringLiteral("replacement.")
                         : departure.newcomers.isEmpty() ? QStringLiteral("departure.")
                                                         : QStringLiteral("wayOut.");
    return what + event;
}

} // namespace proconnect::service
