// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "core/result/Outcome.h"

#include <QJsonObject>

namespace proconnect::service {

/// The identity in FranceConnect's verified userinfo claims, each in its documented format; SignInRefused
/// names the claim that is missing or malformed, never its value.
[[nodiscard]] Outcome<FranceConnectIdentity> parsePivotClaims(const QJsonObject& claims);

} // namespace proconnect::service
