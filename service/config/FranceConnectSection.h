// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ConfigReader.h"
#include "service/config/ServiceConfig.h"

namespace proconnect::service {

/// The registration that `section` describes.
[[nodiscard]] FranceConnectConfig readFranceConnect(ConfigReader& reader, const QString& section);

/// That of [franceconnect_plus], when it names an issuer.
[[nodiscard]] std::optional<FranceConnectConfig>
readFranceConnectPlus(ConfigReader& reader, const FranceConnectConfig& franceConnect);

} // namespace proconnect::service
