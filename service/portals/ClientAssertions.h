// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/portals/PortalDirectory.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

namespace proconnect::service {

class Database;

/// Portals that prove a key instead of sending a secret: private_key_jwt (OpenID Connect Core 9, RFC 7523).
class ClientAssertions
{
public:
    /// `publicUrl`: the service's address, without a final slash.
    ClientAssertions(Database& database, const Clock& clock, const PortalDirectory& portals,
                     const QUrl& publicUrl);

    /// The portal whose registered key signed `assertion`, once for each assertion and on all instances
    /// together. Unauthorized when anything is otherwise than: ES256 or RS256 by a registered key of that
    /// kind; "iss" and "sub" the client_id; "aud" this service or its token endpoint, and nobody else; "exp"
    /// at most ten minutes away and not over, "nbf" and "iat" not to come (a minute's tolerance); "jti" of 1
    /// to 128 characters, not seen before.
    [[nodiscard]] Outcome<const PortalConfiguration*> clientOf(const QByteArray& assertion);

private:
    [[nodiscard]] Outcome<Done> takeOnce(const QString& clientId, const QString& id, const QDateTime& expiry);

    Database& m_database;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
    QStringList m_audiences;
};

} // namespace proconnect::service
