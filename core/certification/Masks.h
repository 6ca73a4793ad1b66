// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace proconnect::certification {

/// Whether a register writes a mask in place of a value: "[ND]" (SIRENE, partial diffusion), stars.
[[nodiscard]] bool isMasked(QStringView value);

} // namespace proconnect::certification
