// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect {

/// A name without case, accents, punctuation and order: "FABRE Hélène-Claire" and "Hélène Claire Fabre" fold
/// alike, and so do "Cœur" and "Coeur". Empty for a text without letters.
[[nodiscard]] QString foldedName(const QString& name);

} // namespace proconnect
