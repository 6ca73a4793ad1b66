// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

/// Name of a state, present or former, by its code in the Code officiel géographique ("99352": "Algérie"), in
/// the language of the screens; empty when the code is not known.
[[nodiscard]] QString countryText(const QString& code);

} // namespace proconnect::ui
