// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QUrl>

#include <optional>

namespace proconnect::service {

struct HttpConfig
{
    QHostAddress address;
    quint16 port = 0; ///< 0: any free port
    QUrl publicUrl;   ///< as the outside sees it, without a path; empty: the address listened on
};

struct FranceConnectConfig
{
    QUrl issuer;
    QString clientId;
    QString clientSecret;
    QString algorithm; ///< of ID token and userinfo, as registered: ES256 or RS256
    QString assurance; ///< acr asked for: eidas1, eidas2 or eidas3
    QStringList identityHosts;
    /// Of ID token and userinfo: ECDH-ES or RSA-OAEP with FranceConnect+, "none" with FranceConnect.
    QString encryption = QStringLiteral("none");
};

/// How to reach a register; each uses the credentials of its own protocol (docs/operations.md).
struct RegistryConfig
{
    QUrl baseUrl;
    QUrl tokenUrl;
    QString clientId;
    QString clientSecret;
    QString username;
    QString password;
    QString token;
    QString recipient;
    int callsPerMinute = 0; ///< of this instance; 0: unbounded
    int callsPerDay = 0;
};

struct PortalConfig
{
    QString id;
    QHash<QString, QString> values; ///< of the section [portal.ID], by key

    [[nodiscard]] QString value(const QString& key) const { return values.value(key); }
};

/// Everything that an operator decides. Read once at start.
struct ServiceConfig
{
    HttpConfig http;
    HttpConfig metrics; ///< where Prometheus asks; a null address: nowhere
    QString databaseUrl;
    FranceConnectConfig franceConnect;
    std::optional<FranceConnectConfig> franceConnectPlus; ///< for acts of high effect
    RegistryConfig insee;
    RegistryConfig rne;
    RegistryConfig rcs;
    QString smtpUrl;
    QString smtpFrom;
    QString smtpAuthorities; ///< file; empty: the system's
    QString supportEmail;    ///< who receives the files of doubts; empty: nobody
    QList<PortalConfig> portals;
    QString keysFile;
    QString logLevel;
    bool demonstration = false;
    int registersEvery = 30; ///< seconds after which a demonstration looks a mandate up again
    qint64 clockOffset = 0;  ///< seconds; only ever other than 0 in a demonstration

    /// `ini`: text of the file, may be empty. A variable PROCONNECT_SECTION_KEY of `environment` goes before
    /// the file; PROCONNECT_CLOCK_OFFSET stands for PROCONNECT_DEMONSTRATION_CLOCK_OFFSET. The failure's
    /// detail names the section and the key, never the value.
    [[nodiscard]] static Outcome<ServiceConfig> read(const QString& ini,
                                                     const QProcessEnvironment& environment);
    /// Every key with what it means, for --help.
    [[nodiscard]] static QString describeKeys();
};

} // namespace proconnect::service
