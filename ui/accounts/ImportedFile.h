// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFile.h"

namespace proconnect::ui {

/// A file of accounts as it lies on this computer.
struct ImportedFile
{
    QString name; ///< without its folder
    QDateTime writtenAt;
    AccountFile content;
};

/// More than any list of accounts that a portal gives a company.
inline constexpr qint64 largestImport = 8LL * 1024 * 1024;

/// Reads a list of the company's accounts; what is wrong with it stands among its faults. Only a plain file
/// is opened, and no more than largestImport bytes are read.
[[nodiscard]] ImportedFile readImport(const QString& path, const QString& siren);

} // namespace proconnect::ui
