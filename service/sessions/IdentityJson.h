// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"

#include <QJsonObject>

namespace proconnect::service {

/// The pivot identity as it is sealed into the database for a short while; not a wire format.
[[nodiscard]] QJsonObject identityToJson(const FranceConnectIdentity& identity);
[[nodiscard]] FranceConnectIdentity identityFromJson(const QJsonObject& json);

} // namespace proconnect::service
