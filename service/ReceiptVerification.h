// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

namespace proconnect::service {

/// Checks one file of a receipt without configuration, database or network ("proconnectd receipt verify").
/// Status 0: genuine; 1: not; 2: one of the two files cannot be read, or is none of its kind.
[[nodiscard]] CommandLineAnswer verifyReceipt(const QString& file, const QString& keysFile);

} // namespace proconnect::service
