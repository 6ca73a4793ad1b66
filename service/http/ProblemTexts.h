// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

#include <QString>

namespace proconnect::service {

/// A sentence in French for whoever calls the API, by hand or in a program. The application shows its own
/// text, found by the code.
[[nodiscard]] QString problemDetail(FailureCode code);

} // namespace proconnect::service
