// SPDX-License-Identifier: MIT
#include "ui/accounts/ImportedFile.h"

#include "core/account_files/AccountFilePages.h"
#include "core/table/TextFile.h"

namespace proconnect::ui {
namespace {

AccountFile contentOf(const TextFile& file, const QString& siren, const std::stop_token& stop)
{
    const auto wrong = [](AccountFileFault::Kind kind) { return AccountFile{{}, {{kind, 0, {}}}}; };
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
    return readAccountFile(file.text, siren, stop);
}

} // namespace

ImportedFile readImport(const QString& path, const QString& siren, const std::stop_token& stop)
{
    const TextFile file = readTextFile(path);
    ImportedFile read{file.name, file.writtenAt, contentOf(file, siren, stop)};
    if (read.content.faults.isEmpty() && !stop.stop_requested()) {
        read.pages = accountFilePages(read.content.accounts);
    }
    return read;
}

} // namespace proconnect::ui
