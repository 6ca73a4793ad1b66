// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CommuneCode.h"

#include <string_view>

namespace proconnect::certification {

/// Paris, Lyon and Marseille, whose arrondissements have codes of communes.
struct City
{
    std::string_view name;
    int departement;
    int firstArrondissement; ///< code of the first, less one
    int arrondissements;
    int firstPostalCode; ///< of the first, less one

    /// The arrondissement that a postal code serves; 0 for any other code.
    [[nodiscard]] int arrondissementOf(int postalCode) const;
    [[nodiscard]] CommuneCode codeOf(int arrondissement) const;
};

/// Nothing for any other name.
[[nodiscard]] const City* cityNamed(std::string_view foldedName);

/// The arrondissement that a postal code serves; absent for any other code.
[[nodiscard]] CommuneCode arrondissementPosted(std::string_view postalCode);

} // namespace proconnect::certification
