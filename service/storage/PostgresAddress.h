// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// Where a PostgreSQL server is, as its own tools write it: postgresql://user:password@host:port/name, with
/// ?host=FOLDER for a Unix socket, and sslmode, sslrootcert, sslcert, sslkey. A server on another machine is
/// asked for a certificate of its name (sslmode=verify-full) unless told otherwise.
class PostgresAddress
{
public:
    /// StorageUnreadable, saying what is wrong; never with the password.
    [[nodiscard]] static Outcome<PostgresAddress> parse(const QString& url);

    /// Fills in where and how `connection` is to open.
    void applyTo(QSqlDatabase& connection) const;

private:
    PostgresAddress() = default;

    QString m_host; ///< or the folder of a socket
    int m_port = 5432;
    QString m_user;
    QString m_password;
    QString m_name;
    QString m_options; ///< those of libpq, separated by semicolons
};

} // namespace proconnect::service
