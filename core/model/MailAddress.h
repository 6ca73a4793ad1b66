// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect {

/// True when `address` is one bare address that can stand in an SMTP command: ASCII, one '@', a dotted
/// domain, at most 254 characters, no quotes, no control characters. What a form takes is what the service
/// takes.
[[nodiscard]] bool isMailAddress(const QString& address);

} // namespace proconnect
