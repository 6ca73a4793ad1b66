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

/// Reads a list of the company's accounts (readTextFile); what is wrong with it stands among its faults.
[[nodiscard]] ImportedFile readImport(const QString& path, const QString& siren);

} // namespace proconnect::ui
