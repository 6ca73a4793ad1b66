// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CivilDate.h"
#include "core/certification/CommuneCode.h"

#include <QStringView>

#include <string>
#include <string_view>

namespace proconnect::certification {

/// What a town's name, written freely, says of a commune.
enum class PlaceText {
    Silent,
    Names,   ///< the commune, or one that it became or was part of, today or in the past
    Other,   ///< another commune
    Unclear, ///< no commune of that name is known, or its department or number does not fit
};

/// Reads "PARIS 12", "Lyon 3ème arrondissement", "MANS (LE)", "ST DENIS (974)", "Châlons-sur-Marne"...
/// `name`: what foldedPlace() made of it.
[[nodiscard]] PlaceText readPlaceText(QStringView text, std::string_view name, CommuneCode commune,
                                      const CivilDate& birth);

/// The commune whose name a text holds, whatever stands beside it ("PARIS 12", "VIENNE (AUTRICHE)"), folded;
/// empty when no commune bears it.
[[nodiscard]] std::string communeNamedIn(QStringView text, std::string_view name);

} // namespace proconnect::certification
