// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Applies the files service/storage/migrations/NNN_name.sql that this database has not seen, in the order of
/// their numbers. Statements end with a semicolon at the end of a line. To be called within a transaction.
/// A database that a newer program has migrated is refused.
[[nodiscard]] Outcome<Done> migrate(QSqlDatabase& connection);

/// StorageUnreadable unless migrate() would have nothing to do. Writes nothing.
[[nodiscard]] Outcome<Done> expectMigrated(QSqlDatabase& connection);

} // namespace proconnect::service
