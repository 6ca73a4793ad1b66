// SPDX-License-Identifier: MIT
#include "ui/export/ExportFile.h"

#include "core/table/CsvText.h"

#include <QFile>
#include <QSaveFile>

namespace proconnect::ui {

Outcome<Done> writeExport(const QString& path, ExportFormat format, const TextTable& table,
                          const TablePage& page)
{
    QSaveFile file(path);
    const auto trouble = [&file] { return Failure{FailureCode::StorageUnreadable, file.errorString(), {}}; };
    if (!file.open(QIODevice::WriteOnly)) {
        return trouble();
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (format == ExportFormat::Csv) {
        const QByteArray csv = csvText(table);
        if (file.write(csv) != csv.size()) {
            return trouble();
        }
    } else if (const auto written = writeTablePdf(file, table, page); !written) {
        return written;
    }
    return file.commit() ? Outcome<Done>(Done{}) : Outcome<Done>(trouble());
}

} // namespace proconnect::ui
