// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

#include <QString>

namespace proconnect::service {

enum class ProblemLanguage { French, English };

/// A sentence for whoever calls the API, by hand or in a program. The application shows its own text, found
/// by the code.
[[nodiscard]] QString problemDetail(FailureCode code, ProblemLanguage language = ProblemLanguage::French);

} // namespace proconnect::service
