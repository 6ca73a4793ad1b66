// SPDX-License-Identifier: MIT
#include "core/table/TextFile.h"

#include <QFile>
#include <QFileInfo>

namespace proconnect {

TextFile readTextFile(const QString& path, qint64 largest)
{
    const QFileInfo info(path);
    TextFile read{info.fileName(), info.lastModified(), {}, TextFile::Trouble::Unreadable};
    // A pipe or a device would never end.
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return read;
    }
    const QByteArray bytes = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError) {
        return read;
    }
    if (bytes.size() > largest) {
        read.trouble = TextFile::Trouble::TooLarge;
        return read;
    }
    const auto text = decodeText(bytes, TextEncodings::Utf8OrWindows1252);
    read.trouble = text ? TextFile::Trouble::None : TextFile::Trouble::NotText;
    read.text = text.value_or(QString());
    return read;
}

} // namespace proconnect
