// SPDX-License-Identifier: MIT
#include "ui/accounts/ImportedFile.h"

#include "core/table/DecodedText.h"

#include <QFile>
#include <QFileInfo>

namespace proconnect::ui {

ImportedFile readImport(const QString& path, const QString& siren)
{
    using Kind = AccountFileFault::Kind;
    const QFileInfo info(path);
    ImportedFile read{info.fileName(), info.lastModified(), {}};
    const auto wrong = [&read](Kind kind) {
        read.content.faults = {{kind, 0, {}}};
        return read;
    };
    // A pipe or a device would never end.
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return wrong(Kind::Unreadable);
    }
    const QByteArray bytes = file.read(largestImport + 1);
    if (file.error() != QFileDevice::NoError) {
        return wrong(Kind::Unreadable);
    }
    if (bytes.size() > largestImport) {
        return wrong(Kind::TooLarge);
    }
    const auto text = decodeText(bytes, TextEncodings::Utf8OrWindows1252);
    if (!text) {
        return wrong(Kind::NotText);
    }
    read.content = readAccountFile(*text, siren);
    return read;
}

} // namespace proconnect::ui
