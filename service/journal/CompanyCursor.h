// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// Moves the company's cursor, in the transaction of the change that a snapshot will show; gives the new
/// value. Whoever changes anything that CompanySnapshot holds calls it: desktops ask by cursor and else see
/// nothing.
[[nodiscard]] Outcome<qint64> advanceCursor(QSqlDatabase& connection, const QString& siren);
/// 0 for a company that nothing happened to yet.
[[nodiscard]] Outcome<qint64> currentCursor(QSqlDatabase& connection, const QString& siren);

} // namespace proconnect::service
