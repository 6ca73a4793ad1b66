// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// An instant as the database holds it: ISO 8601 UTC with milliseconds, which sorts as text.
[[nodiscard]] inline QString toSql(const QDateTime& instant)
{
    return instant.toUTC().toString(Qt::ISODateWithMs);
}

/// The instant that toSql() wrote; invalid when `text` is empty.
[[nodiscard]] inline QDateTime instantFromSql(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace proconnect::service
