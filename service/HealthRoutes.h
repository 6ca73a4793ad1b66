// SPDX-License-Identifier: MIT
#pragma once

#include "service/platform/Platform.h"

namespace proconnect::service {

/// GET /healthz: the process answers. GET /readyz: its database answers too. GET /.well-known/jwks.json: the
/// keys that our signed events and receipts verify with, and the one that FranceConnect+ encrypts for.
/// `platform` outlives the router's use.
void registerHealthRoutes(const Platform& platform);

} // namespace proconnect::service
