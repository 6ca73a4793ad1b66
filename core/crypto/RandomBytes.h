// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace proconnect {

/// `count` bytes from OpenSSL's generator, fit for keys. Ends the program when there is no entropy: going on
/// with a guessable secret is never right.
[[nodiscard]] QByteArray randomBytes(int count);

} // namespace proconnect
