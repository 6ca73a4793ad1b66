// SPDX-License-Identifier: MIT
#include "ui/export/ExportFile.h"

#include "core/table/CsvText.h"

#include <QFile>
#include <QSaveFile>

namespace proconnect::ui {

namespace {

/// `fill` writes into the open file.
template <typename Fill>
Outcome<Done> writeFile(const QString& path, Fill fill)
{
    QSaveFile file(path);
    const auto trouble = [&file] { return Failure{FailureCode::StorageUnreadable, file.errorString(), {}}; };
    if (!file.open(QIODevice::WriteOnly)) {
        return trouble();
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (const Outcome<Done> filled = fill(file); !filled) {
        return filled;
    }
    return file.commit() ? Outcome<Done>(Done{}) : Outcome<Done>(trouble());
}

Outcome<Done> put(QSaveFile& file, const QByteArray& bytes)
{
    return file.write(bytes) == bytes.size()
               ? Outcome<Done>(Done{})
               : Outcome<Done>(Failure{FailureCode::StorageUnreadable, file.errorString(), {}});
}

} // namespace

Outcome<Done> writeExport(const QString& path, ExportFormat format, const TextTable& table,
                          const TablePage& page)
{
    return writeFile(path, [&](QSaveFile& file) {
        return format == ExportFormat::Csv ? put(file, csvText(table)) : writeTablePdf(file, table, page);
    });
}

Outcome<Done> writeWhole(const QString& path, const QByteArray& bytes)
{
    return writeFile(path, [&bytes](QSaveFile& file) { return put(file, bytes); });
}

} // namespace proconnect::ui
