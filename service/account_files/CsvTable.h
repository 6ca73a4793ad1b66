// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace proconnect::service {

/// One row of a file, by the names of its columns in lower case.
struct CsvRow
{
    int line = 0; ///< of the file, from 1
    QHash<QString, QString> values;

    [[nodiscard]] QString operator[](const char* column) const
    {
        return values.value(QString::fromLatin1(column));
    }
};

/// The rows under the line of column names (RFC 4180), in UTF-8, separated by commas, or by semicolons as a
/// French spreadsheet writes them. Values are trimmed, empty lines passed over. InvalidRequest with the line
/// at fault ("3"): quotes that do not end, another number of values than columns, a column twice; without one
/// when it is not UTF-8 or has no columns.
[[nodiscard]] Outcome<QList<CsvRow>> readCsv(const QByteArray& file);

} // namespace proconnect::service
