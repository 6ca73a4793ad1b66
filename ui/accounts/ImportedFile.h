// SPDX-License-Identifier: MIT
#pragma once

#include "core/account_files/AccountFile.h"

#include <QByteArray>

namespace proconnect::ui {

/// A file of accounts as it lies on this computer.
struct ImportedFile
{
    QString name; ///< without its folder
    QDateTime writtenAt;
    AccountFile content;
    QList<QByteArray> pages = {}; ///< accountFilePages() of the content; none when it has faults
};

/// Reads a list of the company's accounts (readTextFile); what is wrong with it stands among its faults.
/// Takes a while for the largest, for a thread of its own; ends soon once `stop` asks for it, with anything.
[[nodiscard]] ImportedFile readImport(const QString& path, const QString& siren,
                                      const std::stop_token& stop = {});

} // namespace proconnect::ui
