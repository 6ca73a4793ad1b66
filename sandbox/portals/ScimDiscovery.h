// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// What the SCIM servers say of themselves (RFC 7643, sections 5 to 7).
[[nodiscard]] nlohmann::json scimProviderConfig(const std::string& base);
[[nodiscard]] nlohmann::json scimResourceTypes(const std::string& base);
[[nodiscard]] nlohmann::json scimSchemas(const std::string& base);

} // namespace proconnect::sandbox
