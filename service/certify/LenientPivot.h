// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"

#include <QJsonObject>

namespace proconnect::service {

/// An identity from FranceConnect's claims as they come. A claim that is missing, null, empty or of the wrong
/// type is absent, and absence never counts as equal. Sign-in is stricter: see parsePivotClaims().
[[nodiscard]] FranceConnectIdentity readLenientPivot(const QJsonObject& claims);

} // namespace proconnect::service
