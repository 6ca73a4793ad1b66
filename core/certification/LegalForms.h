// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::certification {

/// Where the legal representatives of a legal form are found. Chosen by the code, never by its label.
enum class Coverage {
    Sirene,     ///< sole traders: the person is the company
    RneThenRcs, ///< the national register; the trade register only while the first is unavailable
    RneOnly,    ///< never in the trade register
    NotCovered,
};

/// Coverage of an Insee legal form code ("5710"). A code of another shape is not covered.
[[nodiscard]] Coverage coverageOf(const QString& legalForm);

} // namespace proconnect::certification
