// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// The values at an attribute path of a SCIM resource: "userName", "name.formatted", "emails.value", or with
/// the extension's schema and a colon in front. Names ignore case; arrays are walked through; nothing there:
/// empty.
[[nodiscard]] std::vector<nlohmann::json> scimValues(const nlohmann::json& resource, const std::string& path);

} // namespace proconnect::sandbox
