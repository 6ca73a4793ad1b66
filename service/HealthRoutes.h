// SPDX-License-Identifier: MIT
#pragma once

#include "service/platform/Platform.h"

namespace proconnect::service {

/// GET /healthz: the process answers. GET /readyz: its database answers too. GET /.well-known/jwks.json: the
/// keys that our signed events verify with, and the one that FranceConnect+ encrypts for. GET
/// /.well-known/receipt-keys.json: those that seal receipts now, and those that did before.
/// `platform` outlives the router's use.
void registerHealthRoutes(const Platform& platform);

} // namespace proconnect::service
