// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
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
inline const QString subscribe = QStringLiteral("dirigeant.abonner");
inline const QString depositRequest = QStringLiteral("demande.deposer");
inline const QString readRequest = QStringLiteral("demande.lire");
inline const QString declareAccounts = QStringLiteral("compte.declarer");
inline const QString receiveClosures = QStringLiteral("revocation.recevoir");
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
    QByteArray clientSecretHash; ///< SHA-256; the secret itself is not kept; empty: it proves its key
    QList<Jwk> clientKeys;       ///< its public keys (private_key_jwt); none: it sends its secret
    QStringList scopes;
    QStringList letterAddress; ///< lines; empty: letters to it cannot be prepared
    int quotaPerMinute = 120;  ///< calls that it may make, to all instances together

    /// Without a SCIM server, it closes accounts when an event asks for it.
    [[nodiscard]] bool takesClosures() const
    {
        return closes && scimUrl.isEmpty() && !eventsUrl.isEmpty() && scopes.contains(scope::receiveClosures);
    }
    /// Otherwise the company writes a letter.
    [[nodiscard]] bool closesByProgram() const { return takesClosures() || (closes && !scimUrl.isEmpty()); }
    /// It opens an account again that it closed over SCIM.
    [[nodiscard]] bool restores() const { return closes && !scimUrl.isEmpty() && portal.restoreDays > 0; }
};

/// Reads a section: name, client_id, at least one of client_secret, client_secret_hash (SHA-256 in
/// hexadecimal) and client_keys (a file with a JWK set, read here), and optionally scim_url, scim_token,
/// events_url, sensitive, certifies, closes, names_administrators, opens_accounts (true or false), method
/// (api, file, declared), scopes (separated by spaces; default: the first three), quota_per_minute (1 or
/// more), closing_hours and restore_days (0 or more). letter_address has its lines separated by "|".
/// InvalidRequest names the member that is missing or wrong.
[[nodiscard]] Outcome<PortalConfiguration> readPortalSection(const QString& portalId,
                                                             const QHash<QString, QString>& section);

} // namespace proconnect::service
