// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/HttpChannel.h"
#include "core/protocol/SignInMessages.h"

namespace proconnect {

/// POST /v1/oauth/token with the one-time code of a sign-in (RFC 6749, 7636, 9449).
[[nodiscard]] HttpCall codeGrantCall(const Jwk& deviceKey, const QString& transaction, const QString& code,
                                     const QString& verifier);

/// POST /v1/oauth/token with the refresh token.
[[nodiscard]] HttpCall refreshGrantCall(const Jwk& deviceKey, const QByteArray& refreshToken);

/// The grant in an answer; BadReply unless it is bound to the device key ("DPoP").
[[nodiscard]] Outcome<TokenGrant> readGrant(const HttpAnswer& answer);

} // namespace proconnect
