// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDriver>
#include <QString>
#include <QVariantList>

namespace proconnect::service {

/// `sql` with each question mark outside quotes replaced by the next of `values`, as the driver writes it in
/// SQL (escaped and quoted). Internal when their numbers differ.
[[nodiscard]] Outcome<QString> postgresStatement(const QSqlDriver& driver, const QString& sql,
                                                 const QVariantList& values);

} // namespace proconnect::service
