// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// Compact JWE (RFC 7516) of a signed token for a P-256 JWK: ECDH-ES direct, A256GCM, as FranceConnect+ nests
/// its tokens. Throws std::runtime_error when the key is no such key.
[[nodiscard]] std::string encryptToken(const nlohmann::json& jwk, const std::string& token);

} // namespace proconnect::sandbox
