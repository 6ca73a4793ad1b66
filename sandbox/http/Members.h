// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// The member's text; empty when the value is no object, or the member is absent or no string.
[[nodiscard]] inline std::string textMember(const nlohmann::json& value, const char* name)
{
    if (!value.is_object()) {
        return {};
    }
    const auto found = value.find(name);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// The member when it is an array, otherwise an empty array.
[[nodiscard]] inline nlohmann::json arrayMember(const nlohmann::json& value, const char* name)
{
    if (!value.is_object()) {
        return nlohmann::json::array();
    }
    const auto found = value.find(name);
    return found != value.end() && found->is_array() ? *found : nlohmann::json::array();
}

} // namespace proconnect::sandbox
