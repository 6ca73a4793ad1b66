// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace proconnect::service {

/// The service's database. Any thread may call it; each thread has its own connection.
/// URLs: "sqlite:FILE" (WAL, synchronous=FULL) or "postgresql://user:password@host:port/name".
/// SQL is written once, in the subset both understand; instants are ISO 8601 UTC text with milliseconds.
class Database
{
public:
    /// Opens the database and brings its schema to the newest version.
    [[nodiscard]] static Outcome<std::shared_ptr<Database>> open(const QString& url);

    /// Runs `work` in one writing transaction. It is committed when `work` gives a value, rolled back when it
    /// gives a failure, and run again when another writer was in the way.
    template <typename T>
    [[nodiscard]] Outcome<T> write(const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        std::optional<Outcome<T>> result;
        const auto failure = runTransaction([&](QSqlDatabase& connection) {
            result.emplace(work(connection));
            return result->ok();
        });
        if (failure) {
            return *failure;
        }
        return std::move(*result);
    }

    /// Runs `work` outside a transaction, for reading.
    template <typename T>
    [[nodiscard]] Outcome<T> read(const std::function<Outcome<T>(QSqlDatabase&)>& work)
    {
        auto connection = threadConnection();
        if (!connection) {
            return connection.failure();
        }
        return work(connection.value());
    }

    virtual ~Database() = default;

protected:
    Database() = default;

private:
    /// Commits when `work` returns true; gives a failure only when the database itself failed
    /// (disk full, connection lost): a failure of `work` is the caller's own.
    virtual std::optional<Failure> runTransaction(const std::function<bool(QSqlDatabase&)>& work) = 0;
    virtual Outcome<QSqlDatabase> threadConnection() = 0;
};

/// Prepares `sql`, binds `values` in order and runs it. The failure holds the driver's text, never the
/// values.
[[nodiscard]] Outcome<QSqlQuery> runQuery(QSqlDatabase& connection, const QString& sql,
                                          const QVariantList& values = {});

} // namespace proconnect::service
