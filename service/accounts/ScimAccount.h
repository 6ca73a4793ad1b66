// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"
#include "service/portals/PortalConfiguration.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace proconnect::service {

/// An account as a portal's SCIM server shows it.
struct ScimAccount
{
    PortalAccount account; ///< state is Active or Closed; `version` and `mine` are left to others
    QString siren;
    QString scimId; ///< identifier of the resource
    QString etag;   ///< meta.version; empty when the portal has none

    friend bool operator==(const ScimAccount&, const ScimAccount&) = default;
};

/// Somebody for whom a portal is to open an account.
struct NewScimAccount
{
    QString externalId; ///< of the order: the portal opens at most one for it
    QString siren;
    QString name;
    QString email;
    QString role;
    QStringList sirets;      ///< empty: the whole company
    QStringList rights = {}; ///< codes; empty: those of the role

    friend bool operator==(const NewScimAccount&, const NewScimAccount&) = default;
};

/// The name of the extension schema (docs/architecture.md, SCIM extension of an account).
[[nodiscard]] const QString& accountSchema();

/// Reads a `User` resource. BadReply without an id, a userName or the company's SIREN; texts longer than the
/// model allows are cut, unknown roles and signals passed over.
[[nodiscard]] Outcome<ScimAccount> readScimAccount(const QJsonObject& resource, const Portal& portal,
                                                   const QDateTime& now);

} // namespace proconnect::service
