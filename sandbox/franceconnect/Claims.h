// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/Identity.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// Pairwise subject: 64 hexadecimal characters and "v1", the same person being somebody else for another
/// client.
[[nodiscard]] std::string subjectOf(const Identity& identity, const std::string& clientId);

/// The claims that these scopes open, in FranceConnect's formats (facts: FranceConnect, 1.4), without "sub".
/// `raw`: as FranceConnect+ gives them, in the identity provider's words.
[[nodiscard]] nlohmann::json claimsOf(const Identity& identity, const std::vector<std::string>& scopes,
                                      bool raw);

/// French name of the data that a scope opens, for the consent page; empty when it opens none.
[[nodiscard]] std::string scopeLabel(const std::string& scope);

} // namespace proconnect::sandbox
