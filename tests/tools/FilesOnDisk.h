// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDirIterator>
#include <QFile>

namespace proconnect {

/// Names and contents of every file below `directory`, hidden ones too, to be searched.
[[nodiscard]] inline QByteArray filesOnDisk(const QString& directory)
{
    QByteArray all;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            all += file.fileName().toUtf8() + file.readAll();
        }
    }
    return all;
}

} // namespace proconnect
