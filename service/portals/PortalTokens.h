// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/http/HttpMessage.h"
#include "service/portals/ClientAssertions.h"

namespace proconnect::service {

class Database;

/// What a presented token allows.
struct PortalGrant
{
    QString clientId;
    QStringList scopes;
};

/// OAuth 2.0 client credentials of portals (RFC 6749, 4.4), by a secret in the form (client_secret_post) or
/// by a signed assertion (private_key_jwt). Tokens are opaque, last an hour or until the portal has other
/// credentials, and only their hash is stored.
class PortalTokens
{
public:
    PortalTokens(Database& database, const Clock& clock, const PortalDirectory& portals,
                 const QUrl& publicUrl)
        : m_database(database), m_clock(clock), m_portals(portals),
          m_assertions(database, clock, portals, publicUrl)
    {}

    /// POST /portal/v1/token
    [[nodiscard]] HttpResponse issue(const HttpRequest& request);
    /// What `token` grants; Unauthorized when it is unknown, past its hour or of former credentials.
    [[nodiscard]] Outcome<PortalGrant> grantOf(const QByteArray& token);

private:
    using Fields = QHash<QString, QString>;
    /// The portal that the form proves to be. Unauthorized when it does not, InvalidRequest when it tries two
    /// ways at once.
    [[nodiscard]] Outcome<const PortalConfiguration*> authenticated(const Fields& fields);
    [[nodiscard]] Outcome<QByteArray> store(const PortalConfiguration& portal, const QStringList& scopes);

    Database& m_database;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
    ClientAssertions m_assertions;
};

} // namespace proconnect::service
