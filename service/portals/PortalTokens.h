// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/http/HttpMessage.h"
#include "service/portals/PortalDirectory.h"

namespace proconnect::service {

class Database;

/// What a presented token allows.
struct PortalGrant
{
    QString clientId;
    QStringList scopes;
};

/// OAuth 2.0 client credentials of portals (RFC 6749, 4.4), secret in the form. Tokens are opaque, last an
/// hour, and only their hash is stored.
class PortalTokens
{
public:
    PortalTokens(Database& database, const Clock& clock, const PortalDirectory& portals)
        : m_database(database), m_clock(clock), m_portals(portals)
    {}

    /// POST /portal/v1/token
    [[nodiscard]] HttpResponse issue(const HttpRequest& request);
    /// What `token` grants; Unauthorized when it is unknown or past its hour.
    [[nodiscard]] Outcome<PortalGrant> grantOf(const QByteArray& token);

private:
    [[nodiscard]] Outcome<QByteArray> store(const PortalGrant& grant);

    Database& m_database;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
