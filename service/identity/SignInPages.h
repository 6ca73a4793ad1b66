// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

namespace proconnect::service {

/// What a browser shows at the end of a sign-in: constant pages without script, that repeat nothing of the
/// request.
[[nodiscard]] HttpResponse signInCompletePage();
/// For a browser whose sign-in cannot be told: ticket used before, state of another browser.
[[nodiscard]] HttpResponse signInOverPage();
/// After FranceConnect's session, or when there is none to end. It claims nothing: anyone may lead a browser
/// here.
[[nodiscard]] HttpResponse signOutPage();

} // namespace proconnect::service
