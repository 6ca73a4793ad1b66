// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace proconnect::sandbox {

/// The parts of a compact JWS, decoded and not yet believed.
struct UnverifiedJws
{
    nlohmann::json header;
    nlohmann::json payload;
    std::string signedInput;
    std::string signature;
};

/// Splits a compact JWS of at most 64 kB; nothing when it is not one with two JSON objects.
[[nodiscard]] std::optional<UnverifiedJws> parseJws(std::string_view compact);

/// True when the public key (a JWK) made the signature, by the algorithm named: "ES256" or "RS256".
[[nodiscard]] bool verifyJws(const UnverifiedJws& jws, const nlohmann::json& jwk, std::string_view algorithm);

} // namespace proconnect::sandbox
