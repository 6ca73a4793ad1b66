// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <string>

namespace proconnect::sandbox {

/// An ISO 8601 instant as people in Paris read it; anything else comes back unchanged.
[[nodiscard]] inline std::string parisTime(const std::string& instant)
{
    const QDateTime read = QDateTime::fromString(QString::fromStdString(instant), Qt::ISODateWithMs);
    if (!read.isValid()) {
        return instant;
    }
    return read.toTimeZone(QTimeZone("Europe/Paris"))
        .toString(QStringLiteral("dd/MM/yyyy HH:mm"))
        .toStdString();
}

} // namespace proconnect::sandbox
