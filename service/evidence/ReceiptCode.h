// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::service {

/// A fresh verification code, "7KQD-M2VX-0B9T-RC4H": 80 random bits without letters that are mistaken for
/// digits.
[[nodiscard]] QString newReceiptCode();

} // namespace proconnect::service
