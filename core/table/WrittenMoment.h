// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace proconnect {

/// A moment as somebody wrote it in a table.
struct WrittenMoment
{
    QDate day; ///< as written
    QDateTime instant;
};

/// Reads ISO 8601, or 31/12/2026 and 31/12/2026 09:30 as a French spreadsheet writes them; in Paris where the
/// text names no zone. Nothing for anything else.
[[nodiscard]] std::optional<WrittenMoment> writtenMoment(const QString& text);

} // namespace proconnect
