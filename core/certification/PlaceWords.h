// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CivilDate.h"
#include "core/certification/CommuneCode.h"
#include "core/certification/CountryCodes.h"

#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace proconnect::certification {

/// The words of a place, folded.
[[nodiscard]] std::vector<std::string> placeWords(QStringView text);

/// ST and STE as the names of communes write them; any other word as it is.
[[nodiscard]] std::string saintInFull(const std::string& word);

/// Words with one space between.
[[nodiscard]] std::string joinedPlace(const std::vector<std::string>& words);

/// Whether a text that readPlaceText() finds unclear holds a name that is the commune's, or nearly, among
/// other words ("CLINIQUE DU TONKIN A VILLEURBANNE", "VILEURBANNE"), none of which says another place. Of a
/// city with arrondissements, any other word may say another one.
[[nodiscard]] bool mentionsOnly(QStringView text, CommuneCode commune, const CivilDate& birth);

/// The country that stands at the end of a text, in brackets or behind a comma ("ORAN (ALGERIE)", "ORAN
/// ALGERIE"); 0 for none, and for a text that is a country as a whole.
[[nodiscard]] CountryNumber countryBehind(QStringView text);

/// A folded town without the name of its state behind it: "ALGER ALGERIE".
[[nodiscard]] std::string withoutStateBehind(std::string_view name, CountryNumber state);

/// Whether any of the words name a state other than `country` (0: any state): by its name, wherever that
/// stands, or by its code behind them.
[[nodiscard]] bool namesAnotherCountry(QStringView text, CountryNumber country);

/// Whether the text names a large town that lies in another state, alone or among other words ("NE A ALGER").
/// `name`: what foldedPlace() made of it.
[[nodiscard]] bool namesTownElsewhere(QStringView text, std::string_view name, CountryNumber country);

/// Whether any of the words are a commune's or a departement's of France, or hold a number, as no town abroad
/// does. A town of that name in `country` is none of France.
[[nodiscard]] bool namesPlaceOfFrance(QStringView text, CountryNumber country);

/// What each letter of another script becomes in a place; no table holds it.
inline constexpr char foldedStrangeLetter = '?';

/// Folded words with one space between.
[[nodiscard]] std::string foldedPlace(QStringView text);

} // namespace proconnect::certification
