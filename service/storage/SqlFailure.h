// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlError>

namespace proconnect::service {

/// What a driver's error means to a transaction.
enum class SqlTrouble { None, OtherWriter, ConnectionLost, Final };

/// The failure that callers see: StorageFull, StorageUnreadable, Conflict (a constraint), ServiceUnavailable
/// (connection lost or another writer), Internal. It holds the driver's text, without the values of the
/// query.
[[nodiscard]] Failure failureOf(const QSqlError& error);
[[nodiscard]] SqlTrouble troubleOf(const QSqlError& error);

/// failureOf(), and remembers the trouble for the transaction that runs on this thread: its work gives only
/// its own failure back, while the transaction must know whether to run it again.
[[nodiscard]] Failure noteSqlFailure(const QSqlError& error);
/// The last trouble noted on this thread, and forgets it.
[[nodiscard]] SqlTrouble takeNotedTrouble();

} // namespace proconnect::service
