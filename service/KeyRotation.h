// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

namespace proconnect::service {

/// Puts a new key that signs into the configured keys file and seals the heads of all chains with it
/// ("proconnectd key rotate"). No service may run. Status 0: done; 1: done, but for chains that are not
/// whole; 2: not, or not to its end: then the next call goes on with it. A file that does not belong to the
/// configured database is left as it is.
[[nodiscard]] CommandLineAnswer rotateKey(const ServiceConfig& config);

} // namespace proconnect::service
