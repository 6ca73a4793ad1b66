// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// Parses a JSON file, or a resource when the path starts with ':'. At most 16 MB.
/// Throws std::runtime_error or nlohmann::json::parse_error.
[[nodiscard]] nlohmann::json readJson(const std::string& path);

} // namespace proconnect::sandbox
