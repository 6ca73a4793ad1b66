// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFile.h"

#include <QByteArray>

namespace proconnect {

/// A call to the service takes 64 KiB.
inline constexpr qsizetype largestAccountFilePage = 60'000;

/// The accounts as CSV in UTF-8 that readAccountFile() reads as the same, in parts of at most `largest` bytes
/// each under its line of columns (a line that is longer stands alone). At least one part, without a line
/// when there is no account.
[[nodiscard]] QList<QByteArray> accountFilePages(const QList<FileAccount>& accounts,
                                                 qsizetype largest = largestAccountFilePage);

} // namespace proconnect
