// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "core/result/Outcome.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace proconnect::service {

/// The pivot identity of a person's latest sign-in, while it is kept.
struct RecentIdentity
{
    FranceConnectIdentity identity;
    QDateTime signedInAt;
};

/// Looks it up by the service's pseudonym of the person; nothing once it is forgotten.
using RecentIdentities = std::function<Outcome<std::optional<RecentIdentity>>(const QString& subject)>;

} // namespace proconnect::service
