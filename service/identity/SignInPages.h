// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

namespace proconnect::service {

/// What a browser shows at the end of a sign-in: constant pages without script, that repeat nothing of the
/// request.
[[nodiscard]] HttpResponse signInCompletePage();
/// For a browser whose sign-in cannot be told: ticket used before, state of another browser.
[[nodiscard]] HttpResponse signInOverPage();
[[nodiscard]] HttpResponse signedOutPage();

} // namespace proconnect::service
