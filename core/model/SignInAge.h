// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace proconnect {

/// How many seconds old the last proof by FranceConnect may be, at the service, when a decision arrives
/// (architecture, How fresh a sign-in must be).
namespace signinage {

inline constexpr qint64 ordinary = 12LL * 3600;
inline constexpr qint64 highEffect = 5LL * 60;

} // namespace signinage

} // namespace proconnect
