// SPDX-License-Identifier: MIT
#include "ui/accounts/ImportedFile.h"

#include "core/table/TextFile.h"

namespace proconnect::ui {
namespace {

AccountFile contentOf(const TextFile& file, const QString& siren)
{
    const auto wrong = [](AccountFileFault::Kind kind) { return AccountFile{{}, {{kind, 0, {}}}, {}}; };
    switch (file.trouble) {
    case TextFile::Trouble::None:
        break;
    case TextFile::Trouble::Unreadable:
        return wrong(AccountFileFault::Kind::Unreadable);
    case TextFile::Trouble::TooLarge:
        return wrong(AccountFileFault::Kind::TooLarge);
    case TextFile::Trouble::NotText:
        return wrong(AccountFileFault::Kind::NotText);
    }
    return readAccountFile(file.text, siren);
}

} // namespace

ImportedFile readImport(const QString& path, const QString& siren)
{
    const TextFile file = readTextFile(path);
    return {file.name, file.writtenAt, contentOf(file, siren)};
}

} // namespace proconnect::ui
