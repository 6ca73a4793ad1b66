// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace proconnect::sandbox {

/// Tells whether a SCIM resource passes a filter.
using ScimFilter = std::function<bool(const nlohmann::json&)>;

/// Reads a filter (RFC 7644, 3.4.2.2): eq ne co sw ew gt ge lt le pr, and, or, not, parentheses, attribute
/// paths with schema and sub-attribute. Attribute names and operators ignore case. Value paths in brackets
/// are not offered. At most 2000 characters and 20 levels. Nothing when the text is no such filter.
[[nodiscard]] std::optional<ScimFilter> parseScimFilter(std::string_view text);

} // namespace proconnect::sandbox
