// SPDX-License-Identifier: MIT
#pragma once

#include "service/sessions/SessionStore.h"

namespace proconnect::service {

/// A sign-in's result between the one-time code and its redemption; only ever sealed, not a wire format.
[[nodiscard]] QByteArray signInResultToJson(const SignInResult& result);
[[nodiscard]] SignInResult signInResultFromJson(const QByteArray& json);

} // namespace proconnect::service
