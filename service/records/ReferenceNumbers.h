// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// The next number of a series, "PC-2026-000123" for the prefix "PC", inside the caller's transaction.
/// Each year of each series starts at 1.
[[nodiscard]] Outcome<QString> nextReference(QSqlDatabase& connection, const QString& prefix,
                                             const QDateTime& now);

} // namespace proconnect::service
