// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariantList>

#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace proconnect::service {

/// A statement that stays prepared on a connection to SQLite, through SQLite's own interface: Qt's driver
/// describes each column of each row anew, which takes several times as long as the question itself.
class SqliteStatement
{
public:
    /// Failures as of runQuery().
    [[nodiscard]] static Outcome<SqliteStatement> prepare(const QSqlDatabase& connection, const QString& sql);

    /// The first row, or nothing; texts, whole numbers, and NULL as a text that is null. Failures as of
    /// runQuery().
    [[nodiscard]] Outcome<std::optional<QVariantList>> row(const QVariantList& values);

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const;
    };

    explicit SqliteStatement(sqlite3_stmt* statement) : m_statement(statement) {}
    [[nodiscard]] bool bind(int place, const QVariant& value);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace proconnect::service
