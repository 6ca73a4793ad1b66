// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::certification {

enum class CountryRelation {
    Same,      ///< also when one was absorbed by the other (East Germany, Germany)
    Successor, ///< one came out of the other by a split (Czechoslovakia, Slovakia): compatible, not proven
    Different,
};

/// COG code of France, territories included.
[[nodiscard]] QString franceCog();

/// Whether `code` is written as a COG country: 99 and three digits.
[[nodiscard]] bool isCountryCode(const QString& code);

/// COG code (99xxx) of a country written as COG, ISO 3166 alpha-2 or alpha-3; withdrawn COG codes give the
/// country that absorbed them. Empty when unknown, and an unknown country never equals another.
[[nodiscard]] QString cogCountry(const QString& code);

/// Relation of two codes that cogCountry() gave.
[[nodiscard]] CountryRelation countryRelation(const QString& a, const QString& b);

/// Edition of the table, for evidence and support.
[[nodiscard]] QString countryTableEdition();

} // namespace proconnect::certification
