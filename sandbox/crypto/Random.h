// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace proconnect::sandbox {

/// Base64url text of so many random bytes; 32 give the 43 characters that FranceConnect's tokens have.
[[nodiscard]] std::string randomToken(std::size_t bytes = 32);

/// A random UUID without braces.
[[nodiscard]] std::string randomUuid();

} // namespace proconnect::sandbox
