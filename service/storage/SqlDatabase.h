// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"
#include "service/storage/PostgresAddress.h"

#include <atomic>
#include <mutex>

namespace proconnect::service {

/// Database on Qt SQL: SQLite and PostgreSQL with the same statements.
class SqlDatabase final : public Database
{
public:
    enum class Opening {
        Migrated, ///< made when there is none, and brought to the newest schema
        AsItIs,   ///< as Database::openAsItIs()
    };
    [[nodiscard]] static Outcome<std::shared_ptr<Database>> open(const QString& url, Opening opening);

    [[nodiscard]] DatabaseCounts counts() const override;

    ~SqlDatabase() override;
    SqlDatabase(const SqlDatabase&) = delete;
    SqlDatabase& operator=(const SqlDatabase&) = delete;

private:
    explicit SqlDatabase(quint64 number) : m_number(number) {}

    std::optional<Failure> runTransaction(Isolation isolation,
                                          const std::function<bool(QSqlDatabase&)>& work) override;
    std::optional<Failure> runReading(const std::function<bool(QSqlDatabase&)>& work) override;

    /// runTransaction(), which counts its end; `committed` tells a commit from work that did not want one.
    std::optional<Failure> runAttempts(Isolation isolation, const std::function<bool(QSqlDatabase&)>& work,
                                       bool& committed);
    /// Counts a connection for as long as it is kept.
    [[nodiscard]] std::shared_ptr<void> countConnection() const;
    [[nodiscard]] Outcome<QSqlDatabase> threadConnection();
    [[nodiscard]] Outcome<QSqlDatabase> connect(const QString& connectionName) const;
    /// On PostgreSQL whoever was disturbed too often has the others wait, in every instance: in small tables
    /// serializable writers see conflicts where there are none, and could disturb each other for ever.
    [[nodiscard]] Outcome<Done> begin(QSqlDatabase& connection, Isolation isolation, int attempt) const;
    [[nodiscard]] QString beginStatement(Isolation isolation, int attempt) const;

    quint64 m_number; ///< tells the connections of several databases of one process apart
    QString m_sqliteFile;
    std::optional<PostgresAddress> m_server; ///< nothing: SQLite
    std::mutex m_writer;                     ///< of this process; others wait for SQLite's own lock
    /// Threads may keep their connections longer than this object lives.
    std::shared_ptr<std::atomic<int>> m_connections = std::make_shared<std::atomic<int>>(0);
    std::atomic<quint64> m_committed{0};
    std::atomic<quint64> m_undone{0};
    std::atomic<quint64> m_failed{0};
    std::atomic<quint64> m_repeated{0};
};

} // namespace proconnect::service
