// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "core/table/TextTable.h"

#include <QString>

class QIODevice;

namespace proconnect::ui {

/// What stands around a table on paper.
struct TablePage
{
    QString title;
    QString subtitle;  ///< what is shown, and as of when
    QString closing;   ///< under the last line
    QList<int> shares; ///< of the width, one for each column
};

/// Writes the table on A4 pages across, with the titles of the columns and "page 2 of 5" on each. Texts are
/// drawn as they are, never read as markup. Fails with StorageUnreadable when the device takes no more.
[[nodiscard]] Outcome<Done> writeTablePdf(QIODevice& device, const TextTable& table, const TablePage& page);

} // namespace proconnect::ui
