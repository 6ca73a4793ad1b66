// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/FoldedText.h"

#include <QStringView>

namespace proconnect::certification {

/// Whether a register writes a mask in place of a value: "[ND]" (SIRENE, partial diffusion), anything else in
/// square brackets, stars.
[[nodiscard]] bool isMasked(QStringView value);

/// Whether folded letters are a mask without its brackets: ND, "non diffusible". Nobody is called so;
/// companies may be.
[[nodiscard]] bool isBareMask(FoldedText::View letters);

/// Whether what should describe a person is withheld: either of the two.
[[nodiscard]] bool isWithheld(QStringView value);

} // namespace proconnect::certification
