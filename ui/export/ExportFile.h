// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "core/table/TextTable.h"
#include "ui/export/TablePdf.h"

#include <QByteArray>
#include <QString>

namespace proconnect::ui {

enum class ExportFormat { Csv, Pdf };

/// Writes a table to `path`, whole or not at all; only the user may read the file. Fails with
/// StorageUnreadable.
[[nodiscard]] Outcome<Done> writeExport(const QString& path, ExportFormat format, const TextTable& table,
                                        const TablePage& page);

/// Writes `bytes` to `path` in the same way.
[[nodiscard]] Outcome<Done> writeWhole(const QString& path, const QByteArray& bytes);

} // namespace proconnect::ui
