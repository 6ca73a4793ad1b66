// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

namespace proconnect::service {

/// Puts a new key that signs into the configured keys file ("proconnectd key rotate"). Status 0: done; 2: it
/// was not, and the file is as it was, as when it does not belong to the configured database.
[[nodiscard]] CommandLineAnswer rotateKey(const ServiceConfig& config);

} // namespace proconnect::service
