// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "core/result/Outcome.h"

#include <QJsonObject>

namespace proconnect::service {

/// Whose words the claims are: the civil register's with FranceConnect, the identity provider's with
/// FranceConnect+, which may name a birth place abroad freely, and no country for a European identity.
enum class PivotSource { Register, IdentityProvider };

/// The identity in FranceConnect's verified userinfo claims, each in its documented format; SignInRefused
/// names the claim that is missing or malformed, never its value.
[[nodiscard]] Outcome<FranceConnectIdentity> parsePivotClaims(const QJsonObject& claims,
                                                              PivotSource source = PivotSource::Register);

} // namespace proconnect::service
