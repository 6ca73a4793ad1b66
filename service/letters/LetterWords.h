// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// "1er décembre 2026": the day in Paris, as letters write it.
[[nodiscard]] QString dayInLetter(const QDateTime& instant);
/// "000 058 263".
[[nodiscard]] QString sirenInLetter(const QString& siren);

} // namespace proconnect::service
