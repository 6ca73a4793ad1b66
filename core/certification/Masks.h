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
[[nodiscard]] bool isListedMask(FoldedText::View letters);
[[nodiscard]] inline bool isBareMask(FoldedText::View letters)
{
    // Their first two letters, looked at before the list: nearly every name stops here.
    return letters.size() > 1 &&
           ((letters[0] == u'N' && (letters[1] == u'D' || letters[1] == u'O')) ||
            (letters[0] == u'I' && letters[1] == u'N')) &&
           isListedMask(letters);
}

/// Whether what should describe a person is withheld: either of the two.
[[nodiscard]] bool isWithheld(QStringView value);

} // namespace proconnect::certification
