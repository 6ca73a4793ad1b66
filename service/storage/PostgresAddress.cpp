// SPDX-License-Identifier: MIT
#include "service/storage/PostgresAddress.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace proconnect::service {
namespace {

constexpr int standardPort = 5432;

Failure unusable(const QString& why)
{
    return {FailureCode::StorageUnreadable, QStringLiteral("database url: ") + why, {}};
}

/// The driver separates options by semicolons, and libpq by blanks.
bool isPlain(const QString& value)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./@:-]+$"));
    return plain.match(value).hasMatch();
}

bool isThisMachine(const QString& host)
{
    return host.startsWith(u'/') || host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Outcome<PostgresAddress> PostgresAddress::parse(const QString& url)
{
    const QUrl server(url, QUrl::StrictMode);
    if (!server.isValid() || server.scheme() != QLatin1String("postgresql")) {
        return unusable(QStringLiteral("neither sqlite:FILE nor postgresql://host/name"));
    }
    PostgresAddress address;
    address.m_host = server.host();
    address.m_port = server.port(standardPort);
    address.m_user = server.userName(QUrl::FullyDecoded);
    address.m_password = server.password(QUrl::FullyDecoded);
    address.m_name = server.path(QUrl::FullyDecoded).mid(1);

    static const QStringList known{QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),
                                   QStringLiteral("sslcert"), QStringLiteral("sslkey")};
    // A server that vanished without a word is given up after seconds, not TCP's quarter of an hour.
    QStringList options{QStringLiteral("connect_timeout=5"), QStringLiteral("tcp_user_timeout=10000"),
                        QStringLiteral("keepalives_idle=10"), QStringLiteral("keepalives_interval=5"),
                        QStringLiteral("application_name=proconnectd")};
    bool securityChosen = false;
    const auto items = QUrlQuery(server).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        if (!isPlain(value)) {
            return unusable(QStringLiteral("the value of '%1'").arg(name));
        }
        if (name == QLatin1String("host") && address.m_host.isEmpty() && value.startsWith(u'/')) {
            address.m_host = value;
        } else if (known.contains(name)) {
            securityChosen = securityChosen || name == QLatin1String("sslmode");
            options.append(name + u'=' + value);
        } else {
            return unusable(QStringLiteral("unknown option '%1'").arg(name));
        }
    }
    if (address.m_host.isEmpty() || address.m_name.isEmpty()) {
        return unusable(QStringLiteral("it names no server or no database"));
    }
    if (!securityChosen && !isThisMachine(address.m_host)) {
        options.append(QStringLiteral("sslmode=verify-full"));
    }
    address.m_options = options.join(u';');
    return address;
}

void PostgresAddress::applyTo(QSqlDatabase& connection) const
{
    connection.setHostName(m_host);
    connection.setPort(m_port);
    connection.setUserName(m_user);
    connection.setPassword(m_password);
    connection.setDatabaseName(m_name);
    connection.setConnectOptions(m_options);
}

} // namespace proconnect::service
