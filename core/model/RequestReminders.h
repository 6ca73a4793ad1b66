// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"

#include <optional>

// When a company is reminded of a request that nobody has answered, without I/O: 3 (DESIGN.md, N03), 7 and 21
// days (domain 4.3) after the company had it to answer, and 3 days before, on the eve and on the day of the
// declaration that waits for it. Always at eight in the morning, in Paris, and never once the request is
// over. `waitsSince`: the deposit; or, later, when the company could first be told of it or had it back.
namespace proconnect {

enum class ReminderKind {
    Waiting,  ///< it waits for an answer
    Deadline, ///< a declaration is due
};

struct RequestReminder
{
    ReminderKind kind = ReminderKind::Waiting;
    QDateTime at;

    friend bool operator==(const RequestReminder&, const RequestReminder&) = default;
};

/// The first reminder after `after`; nothing when none is left.
[[nodiscard]] std::optional<RequestReminder>
nextReminder(const AccessRequest& request, const QDateTime& waitsSince, const QDateTime& after);

/// What is worth being said at `now` of the reminders since `since`: the latest, a deadline before anything
/// else. Nothing while the person's answer is awaited, unless a deadline is near.
[[nodiscard]] std::optional<ReminderKind> dueReminder(const AccessRequest& request,
                                                      const QDateTime& waitsSince, const QDateTime& since,
                                                      const QDateTime& now);

/// Days in Paris from that of `waitsSince` to that of `now`.
[[nodiscard]] int daysWaiting(const QDateTime& waitsSince, const QDateTime& now);

} // namespace proconnect
