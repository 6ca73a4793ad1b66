// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"
#include "core/result/Outcome.h"
#include "service/http/HttpMessage.h"

namespace proconnect::service {

/// The company that a route's {siren} names, written as nine digits and nothing else; SirenInvalid otherwise.
[[nodiscard]] Outcome<SirenNumber> sirenOfPath(const HttpRequest& request);

} // namespace proconnect::service
