// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"

#include <QUrl>

namespace proconnect::service {

/// Database on Qt SQL: SQLite and PostgreSQL with the same statements.
class SqlDatabase final : public Database
{
public:
    [[nodiscard]] static Outcome<std::shared_ptr<Database>> open(const QString& url);

    ~SqlDatabase() override;
    SqlDatabase(const SqlDatabase&) = delete;
    SqlDatabase& operator=(const SqlDatabase&) = delete;

private:
    explicit SqlDatabase(quint64 number) : m_number(number) {}

    std::optional<Failure> runTransaction(const std::function<bool(QSqlDatabase&)>& work) override;
    Outcome<QSqlDatabase> threadConnection() override;

    [[nodiscard]] Outcome<QSqlDatabase> connect(const QString& connectionName) const;
    [[nodiscard]] QString beginStatement() const;
    [[nodiscard]] bool isSqlite() const { return !m_sqliteFile.isEmpty(); }

    quint64 m_number; ///< tells the connections of several databases of one process apart
    QString m_sqliteFile;
    QUrl m_server;
};

} // namespace proconnect::service
