// SPDX-License-Identifier: MIT
#include "service/storage/SqlFailure.h"

#include <optional>
#include <utility>

namespace proconnect::service {
namespace {

thread_local SqlTrouble notedTrouble = SqlTrouble::None;

// Primary result codes of SQLite (the low byte of the extended ones).
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteConstraint = 19;
constexpr int sqliteNotADatabase = 26;

/// SQLite's number, or nothing for the five characters of an SQLSTATE of PostgreSQL.
std::optional<int> sqliteCode(const QString& native)
{
    bool isNumber = false;
    const int number = native.toInt(&isNumber);
    return isNumber && native.size() < 5 ? std::optional{number & 0xFF} : std::nullopt;
}

FailureCode codeOf(const QSqlError& error)
{
    const QString native = error.nativeErrorCode();
    if (const auto sqlite = sqliteCode(native)) {
        switch (*sqlite) {
        case sqliteFull:
        case sqliteIoError:
            return FailureCode::StorageFull;
        case sqliteCorrupt:
        case sqliteNotADatabase:
        case sqliteCannotOpen:
        case sqliteReadOnly:
            return FailureCode::StorageUnreadable;
        case sqliteConstraint:
            return FailureCode::Conflict;
        case sqliteBusy:
        case sqliteLocked:
            return FailureCode::ServiceUnavailable;
        default:
            return FailureCode::Internal;
        }
    }
    if (native == QLatin1String("53100")) {
        return FailureCode::StorageFull;
    }
    if (native.startsWith(QLatin1String("23"))) {
        return FailureCode::Conflict;
    }
    // No room for another connection or for its memory; or it took longer than a statement may.
    if (native.startsWith(QLatin1String("53")) || native == QLatin1String("57014")) {
        return FailureCode::ServiceUnavailable;
    }
    return troubleOf(error) == SqlTrouble::Final ? FailureCode::Internal : FailureCode::ServiceUnavailable;
}

} // namespace

SqlTrouble troubleOf(const QSqlError& error)
{
    const QString native = error.nativeErrorCode();
    if (const auto sqlite = sqliteCode(native)) {
        return *sqlite == sqliteBusy || *sqlite == sqliteLocked ? SqlTrouble::OtherWriter : SqlTrouble::Final;
    }
    if (native == QLatin1String("40001") || native == QLatin1String("40P01") ||
        native == QLatin1String("55P03")) {
        return SqlTrouble::OtherWriter;
    }
    // PostgreSQL gives no number when there is nobody left to give it, and its driver no error once it knows.
    const bool unnumbered = native.isEmpty() && (error.type() == QSqlError::NoError ||
                                                 error.driverText().startsWith(QLatin1String("QPSQL")));
    const bool lost = unnumbered || native.startsWith(QLatin1String("08")) ||
                      native.startsWith(QLatin1String("57P")) || native == QLatin1String("25P03") ||
                      error.type() == QSqlError::ConnectionError;
    return lost ? SqlTrouble::ConnectionLost : SqlTrouble::Final;
}

Failure failureOf(const QSqlError& error)
{
    // PostgreSQL adds a DETAIL line that quotes the row.
    const QString text = error.databaseText().section(u'\n', 0, 0);
    return {codeOf(error), QStringLiteral("database: %1 (%2)").arg(text, error.nativeErrorCode()), {}};
}

Failure noteSqlFailure(const QSqlError& error)
{
    notedTrouble = troubleOf(error);
    return failureOf(error);
}

SqlTrouble takeNotedTrouble()
{
    return std::exchange(notedTrouble, SqlTrouble::None);
}

} // namespace proconnect::service
