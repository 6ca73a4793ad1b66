// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace proconnect::sandbox {

/// P-256 signatures: OpenSSL speaks DER, JWS (RFC 7518, 3.4) the 64 bytes r || s.
[[nodiscard]] std::string ecSignatureFromDer(const std::string& der);

/// The DER form of 64 raw bytes; empty when the length is not 64.
[[nodiscard]] std::string ecSignatureToDer(const std::string& raw);

} // namespace proconnect::sandbox
