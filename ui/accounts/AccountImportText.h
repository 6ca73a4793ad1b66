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
[[nodiscard]] QList<Fact> faults(const QList<AccountFileFault>& faults);
/// What the file would add, change and end, each with the first names, and what stays.
[[nodiscard]] QList<Fact> changes(const AccountFileChanges& changes, const QStringList& passedOver);
/// Why the service did not take the file, of which it may have kept some of the `pages`.
[[nodiscard]] FailureText refusal(const Failure& failure, const DateText& dates, qsizetype pages);

} // namespace importText

} // namespace proconnect::ui
