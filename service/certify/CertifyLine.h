// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDate>

namespace proconnect::service {

/// One line of `proconnectd certify`: {"id", "pivot", "registry", "record"} gives {"id", "verdict",
/// "reasons"}. A line that cannot be read gives the verdict "none" with an "error" and the id where that much
/// is readable. Neither has a line end.
[[nodiscard]] QByteArray certifyLine(const QByteArray& line, const QDate& today);

/// The answer to a line longer than the limit, of which only the beginning is known.
[[nodiscard]] QByteArray refuseLongLine(const QByteArray& beginning);

} // namespace proconnect::service
