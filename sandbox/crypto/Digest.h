// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace proconnect::sandbox {

/// SHA-256 as 64 lower-case hexadecimal characters.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// Equality whose duration does not depend on where the texts differ.
[[nodiscard]] bool sameSecret(std::string_view left, std::string_view right);

} // namespace proconnect::sandbox
