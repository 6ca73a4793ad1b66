// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFileChanges.h"
#include "core/result/Outcome.h"
#include "ui/sheets/FactSheet.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"

namespace proconnect::ui {

/// What a director reads of a file of accounts before and after it is handed in.
namespace importText {

/// What is wrong, what to do, and the code for support.
[[nodiscard]] QString fault(const AccountFileFault& fault);
/// One fact a fault, by line; the last says how many are not shown.
[[nodiscard]] QList<Fact> faults(const AccountFile& file);
/// How many accounts the file holds, what it would add, change and end, each with the first names, and what
/// stays.
[[nodiscard]] QList<Fact> changes(const AccountFile& file, const AccountFileChanges& changes);
/// "9 of 12 accounts are no longer in this list"; empty when all are.
[[nodiscard]] QString gone(const AccountFileChanges& changes);
/// A sentence that makes one think again, and what follows from it.
struct Warning
{
    QString title;
    QString body;

    friend bool operator==(const Warning&, const Warning&) = default;
};
/// What is to be confirmed once more before a list that was so at `asOf` is saved, if anything: that it ends
/// many accounts, that it takes the place of a newer one (`newer`).
[[nodiscard]] QList<Warning> warnings(const AccountFileChanges& changes, const QDateTime& asOf,
                                      const std::optional<QDateTime>& newer, const DateText& dates);
/// Why the service did not take the file, of which it may have kept some of the `pages`.
[[nodiscard]] FailureText refusal(const Failure& failure, const DateText& dates, qsizetype pages);

} // namespace importText

} // namespace proconnect::ui
