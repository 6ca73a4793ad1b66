// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/ScimAccount.h"

#include <QByteArray>
#include <QList>

namespace proconnect::service {

/// A company's accounts on one portal from a file in UTF-8, as readAccountFile() of core/account_files reads
/// it, the same that the desktop shows before it hands the file in. InvalidRequest with the line and column
/// at fault ("3:siret"), the line alone ("3") or nothing for the whole file.
[[nodiscard]] Outcome<QList<ScimAccount>> accountsOfFile(const QByteArray& file, const QString& siren,
                                                         const Portal& portal, const QDateTime& now);

} // namespace proconnect::service
