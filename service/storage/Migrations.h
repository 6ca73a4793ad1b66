// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QStringList>

namespace proconnect::service {

/// The names of the files service/storage/migrations/NNN_name.sql, in the order of their numbers.
[[nodiscard]] QStringList knownMigrations();

/// Applies those of `known` that this database has not seen, in their order. Statements end with a semicolon
/// at the end of a line. To be called within a transaction. A database that a newer program has migrated,
/// one that knew more, is refused.
[[nodiscard]] Outcome<Done> migrate(QSqlDatabase& connection, const QStringList& known = knownMigrations());

/// StorageUnreadable unless migrate() of all would have nothing to do. Writes nothing.
[[nodiscard]] Outcome<Done> expectMigrated(QSqlDatabase& connection);

} // namespace proconnect::service
