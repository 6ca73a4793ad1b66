// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"
#include "service/http/ProblemTexts.h"

namespace proconnect::service {

/// The language of ours that an Accept-Language (RFC 9110, 12.5.4) prefers; French when it prefers neither.
[[nodiscard]] ProblemLanguage preferredLanguage(const QByteArray& acceptLanguage);

/// A problem's `detail` in the language that `request` prefers; any other answer as it is.
[[nodiscard]] HttpResponse inPreferredLanguage(HttpResponse response, const HttpRequest& request);

} // namespace proconnect::service
