// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

namespace proconnect::service {

/// Checks every chain of evidence of the configured database ("proconnectd audit verify"). Status 0: all are
/// whole; 1: a fault was found; 2: they could not be read.
[[nodiscard]] CommandLineAnswer verifyEvidence(const ServiceConfig& config);

} // namespace proconnect::service
