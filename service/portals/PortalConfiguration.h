// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Portal.h"
#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace proconnect::service {

/// What a portal may ask of the service (domain 4.6).
namespace scope {
inline const QString verifyDirector = QStringLiteral("dirigeant.verifier");
inline const QString depositRequest = QStringLiteral("demande.deposer");
inline const QString readRequest = QStringLiteral("demande.lire");
} // namespace scope

/// One portal as the operator declared it: its section `[portal.ID]`.
struct PortalConfiguration
{
    Portal portal;
    PortalSource::Method method = PortalSource::Method::Api;
    QUrl scimUrl; ///< base of its SCIM 2.0 server, without a final slash; empty: none
    QByteArray scimToken;
    bool closes = true; ///< accounts can be closed over SCIM; else the company does it on the portal
    QUrl eventsUrl;     ///< receiver of signed events; empty: none
    QString clientId;
    QByteArray clientSecretHash; ///< SHA-256; the secret itself is not kept
    QStringList scopes;
    int quotaPerMinute = 120; ///< calls that it may make to one instance
};

/// Reads a section: name, scim_url, scim_token, events_url, client_id, client_secret, and optionally
/// sensitive, certifies, closes (true or false), method (api, file, declared), scopes (separated by
/// spaces; default: all) and quota_per_minute (1 or more). InvalidRequest names the member that is missing or
/// wrong.
[[nodiscard]] Outcome<PortalConfiguration> readPortalSection(const QString& portalId,
                                                             const QHash<QString, QString>& section);

} // namespace proconnect::service
