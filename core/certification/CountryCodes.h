// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <string_view>

namespace proconnect::certification {

/// A state of the Code officiel géographique: the three digits after 99. 0: none, or not known.
using CountryNumber = int;
inline constexpr CountryNumber franceNumber = 100;

enum class CountryRelation {
    Same,
    Successor, ///< one came out of the other or depends on it (Czechoslovakia, Slovakia): compatible, not
               ///< proven
    Different,
};

/// Whether `code` is written as a COG country: 99 and three digits.
[[nodiscard]] inline bool isCountryCode(QStringView code)
{
    const auto isDigit = [code](qsizetype at) { return code[at] >= u'0' && code[at] <= u'9'; };
    return code.size() == 5 && code[0] == u'9' && code[1] == u'9' && isDigit(2) && isDigit(3) && isDigit(4);
}

/// The state that a COG code (99xxx), an ISO 3166 alpha-2 or an alpha-3 code names, withdrawn codes included;
/// a state that was absorbed gives the one that absorbed it (East Germany: Germany). Overseas France is
/// France. 0 when unknown, and an unknown country never equals another.
[[nodiscard]] CountryNumber countryNumber(QStringView code);

/// The state that bears a folded French name ("COTE D IVOIRE"); 0 when unknown.
[[nodiscard]] CountryNumber countryNamed(std::string_view name);

/// Relation of two known states.
[[nodiscard]] CountryRelation countryRelation(CountryNumber a, CountryNumber b);

/// Whether the Code officiel géographique has or had this state.
[[nodiscard]] bool isKnownCountry(CountryNumber number);

/// Edition of the table, for evidence and support.
[[nodiscard]] QString countryEdition();

} // namespace proconnect::certification
