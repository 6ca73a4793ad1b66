// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace proconnect::sandbox {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string base64UrlEncode(std::string_view bytes);

/// The bytes, or nothing when the text holds padding or a character outside the alphabet.
[[nodiscard]] std::optional<std::string> base64UrlDecode(std::string_view text);

} // namespace proconnect::sandbox
