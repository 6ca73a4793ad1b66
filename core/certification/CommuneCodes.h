// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::certification {

/// What two codes of the Code officiel géographique say of two birth places.
enum class CommuneRelation {
    Same,
    Compatible, ///< city and one of its arrondissements, or two codes of one commune through time
    Different,  ///< certainly two places: two arrondissements of one city
    Unknown,    ///< the history of communes, which is not known here, could link them
};

/// Five characters: two digits or 2A or 2B, then three digits; country codes (99xxx) are not communes.
[[nodiscard]] bool isCommuneCode(const QString& code);

/// Codes 91 to 96xxx that births in Algeria, Morocco and Tunisia bore before independence share the numbers
/// of today's départements: without a country, such a code does not say in which country it lies.
[[nodiscard]] bool isFormerTerritoryCode(const QString& code);

[[nodiscard]] CommuneRelation communeRelation(const QString& a, const QString& b);

} // namespace proconnect::certification
