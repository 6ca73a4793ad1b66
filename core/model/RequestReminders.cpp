// SPDX-License-Identifier: MIT
#include "core/model/RequestReminders.h"

#include <QTimeZone>

#include <algorithm>
#include <array>

namespace proconnect {
namespace {

constexpr std::array daysAfter{3, 7, 21};
constexpr std::array daysBefore{3, 1, 0};
const QTime morning(8, 0);

const QTimeZone& paris()
{
    static const QTimeZone zone("Europe/Paris");
    return zone;
}

QDateTime morningOf(const QDate& day)
{
    return QDateTime(day, morning, paris()).toUTC();
}

QList<RequestReminder> remindersOf(const AccessRequest& request, const QDateTime& waitsSince)
{
    QList<RequestReminder> all;
    const QDate made = waitsSince.toTimeZone(paris()).date();
    for (const int days : daysAfter) {
        all.append({ReminderKind::Waiting, morningOf(made.addDays(days))});
    }
    if (request.deadline) {
        for (const int days : daysBefore) {
            all.append({ReminderKind::Deadline, morningOf(request.deadline->date.addDays(-days))});
        }
    }
    all.removeIf([&request](const RequestReminder& reminder) { return reminder.at >= request.expiresAt; });
    return all;
}

} // namespace

std::optional<RequestReminder> nextReminder(const AccessRequest& request, const QDateTime& waitsSince,
                                            const QDateTime& after)
{
    std::optional<RequestReminder> next;
    for (const RequestReminder& reminder : remindersOf(request, waitsSince)) {
        const bool sooner = !next || reminder.at < next->at ||
                            (reminder.at == next->at && reminder.kind == ReminderKind::Deadline);
        if (reminder.at > after && sooner) {
            next = reminder;
        }
    }
    return next;
}

std::optional<ReminderKind> dueReminder(const AccessRequest& request, const QDateTime& waitsSince,
                                        const QDateTime& since, const QDateTime& now)
{
    std::optional<ReminderKind> due;
    for (const RequestReminder& reminder : remindersOf(request, waitsSince)) {
        if (reminder.at < since || reminder.at > now) {
            continue;
        }
        if (reminder.kind == ReminderKind::Deadline) {
            return ReminderKind::Deadline;
        }
        if (request.state != RequestState::ComplementAsked) {
            due = ReminderKind::Waiting;
        }
    }
    return due;
}

int daysWaiting(const QDateTime& waitsSince, const QDateTime& now)
{
    const QDate made = waitsSince.toTimeZone(paris()).date();
    return static_cast<int>(std::max<qint64>(made.daysTo(now.toTimeZone(paris()).date()), 0));
}

} // namespace proconnect
