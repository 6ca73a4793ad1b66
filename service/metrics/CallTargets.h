// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/metrics/MeasuredHttpClient.h"

namespace proconnect::service {

/// Everybody whom the configuration has the service call: "franceconnect", "insee", "scim.impots",
/// "events.impots"...
[[nodiscard]] std::vector<CallTarget> callTargets(const ServiceConfig& config);

} // namespace proconnect::service
