// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace proconnect::service {

/// What a writing transaction sees of others that run at the same time.
enum class Isolation {
    Serializable,  ///< as if writers ran one after the other
    ReadCommitted, ///< each statement sees what was committed before it; PostgreSQL only, SQLite has one
                   ///< writer
};

/// What became of the work of this program at its database since it was opened.
struct DatabaseCounts
{
    int connections = 0; ///< open now
    quint64 committed = 0;
    quint64 undone = 0; ///< rolled back for what the work found
    quint64 failed = 0; ///< the database failed, or others were in the way too often
    quint64 repeated = 0;
};

/// The service's database. Any thread may call it; each thread has its own connection.
/// URLs: "sqlite:FILE" (WAL, synchronous=FULL), or those of PostgresAddress.
/// SQL is written once, in the subset both understand; instants are ISO 8601 UTC text with milliseconds.
class Database
{
public:
    /// Opens the database and brings its schema to the newest version.
    [[nodiscard]] static Outcome<std::shared_ptr<Database>> open(const QString& url);
    /// Opens a database that a service has made, and neither creates nor migrates anything: StorageUnreadable
    /// when there is none, or when its schema is not this program's.
    [[nodiscard]] static Outcome<std::shared_ptr<Database>> openAsItIs(const QString& url);

    /// Runs `work` in one writing transaction. It is committed when `work` gives a value, rolled back when it
    /// gives a failure, and run again when another writer was in the way.
    template <typename T>
    [[nodiscard]] Outcome<T> write(const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        return transaction<T>(Isolation::Serializable, work);
    }

    /// write(), for taking a row of a queue that several instances share: with passOverTaken() it waits for
    /// nobody and disturbs nobody.
    template <typename T>
    [[nodiscard]] Outcome<T> claim(const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        return transaction<T>(Isolation::ReadCommitted, work);
    }

    /// Runs `work` outside a transaction, for reading; once more when the connection turned out to be lost.
    template <typename T>
    [[nodiscard]] Outcome<T> read(const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        std::optional<Outcome<T>> result;
        const auto failure = runReading([&](QSqlDatabase& connection) {
            result.emplace(work(connection));
            return result->ok();
        });
        if (failure) {
            return *failure;
        }
        return std::move(*result);
    }

    /// From any thread.
    [[nodiscard]] virtual DatabaseCounts counts() const = 0;

    virtual ~Database() = default;

protected:
    Database() = default;

private:
    using Work = std::function<bool(QSqlDatabase&)>;

    /// Commits when `work` returns true; gives a failure only when the database itself failed
    /// (disk full, connection lost): a failure of `work` is the caller's own.
    virtual std::optional<Failure> runTransaction(Isolation isolation, const Work& work) = 0;
    /// Gives a failure only when there is no connection; `work` returns whether it read what it wanted.
    virtual std::optional<Failure> runReading(const Work& work) = 0;

    template <typename T>
    Outcome<T> transaction(Isolation isolation, const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        std::optional<Outcome<T>> result;
        const auto failure = runTransaction(isolation, [&](QSqlDatabase& connection) {
            result.emplace(work(connection));
            return result->ok();
        });
        if (failure) {
            return *failure;
        }
        return std::move(*result);
    }
};

/// End of a SELECT within claim(): locks its rows and passes over those that another instance has locked.
[[nodiscard]] QString passOverTaken(const QSqlDatabase& connection);

/// Runs `sql` with `values` for its question marks, in order. The failure holds the driver's text, never the
/// values. InvalidRequest for a text with a NUL, which PostgreSQL cannot hold.
[[nodiscard]] Outcome<QSqlQuery> runQuery(QSqlDatabase& connection, const QString& sql,
                                          const QVariantList& values = {});

/// The first row of what `sql` gives, or nothing. The statement stays prepared on this connection: for the
/// few that nearly every call makes. Failures as of runQuery().
[[nodiscard]] Outcome<std::optional<QVariantList>> readRow(QSqlDatabase& connection, const QString& sql,
                                                           const QVariantList& values);

} // namespace proconnect::service
