// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CivilDate.h"
#include "core/certification/CommuneCode.h"

#include <QString>

#include <string_view>
#include <vector>

namespace proconnect::certification {

/// What two codes say of two birth places.
enum class CommuneRelation {
    Same,       ///< one code that some edition knows
    Compatible, ///< one reaches the other: merged into it, an arrondissement of it, or renumbered
    Different,  ///< both are known, and neither reaches the other
    Unknown,    ///< a code that no edition knows
};

/// `birth` matters where a merger was undone: who was born after that was not born in the other commune. An
/// absent date takes every merger as lasting.
[[nodiscard]] CommuneRelation communeRelation(CommuneCode a, CommuneCode b, const CivilDate& birth);

/// The state (three digits of its COG code) whose births bore this code in place of a commune's, before the
/// independence of Algeria, Morocco, Tunisia and others; 0 for a commune of France.
struct FormerTerritory
{
    int state = 0;
    int until = 0; ///< the day of independence, as CivilDate::number()
};
[[nodiscard]] FormerTerritory formerTerritory(CommuneCode code);

/// Whether any edition knows this code as a commune.
[[nodiscard]] bool isKnownCommune(CommuneCode code);

/// Whether anything reaches `code`, or it anything.
[[nodiscard]] bool hasHistory(CommuneCode code);

/// Every code that reaches `code` or that it reaches, itself included.
[[nodiscard]] std::vector<CommuneCode> relatedCommunes(CommuneCode code, const CivilDate& birth);

/// Every code that `code` became, itself first.
[[nodiscard]] std::vector<CommuneCode> communesAhead(CommuneCode code, const CivilDate& birth);

/// Whether `code`, or one that reaches it or that it reaches, begins with these digits of a departement.
[[nodiscard]] bool communeLiesIn(CommuneCode code, std::string_view departement, const CivilDate& birth);

/// The folded names that `code` bears or bore, with "|" between; empty when it is unknown.
[[nodiscard]] QString communeNames(CommuneCode code);

/// Whether a folded name ("SAINT DENIS") was ever borne by `code`.
[[nodiscard]] bool communeIsNamed(CommuneCode code, std::string_view name);

/// Whether it is the name that `code` bears today, or bore last.
[[nodiscard]] bool communeIsNamedLast(CommuneCode code, std::string_view name);

/// communeIsNamed(), whatever article either name begins with: "HAVRE" is "LE HAVRE".
[[nodiscard]] bool communeIsNamedButForArticle(CommuneCode code, std::string_view name);
[[nodiscard]] bool communeIsNamedLastButForArticle(CommuneCode code, std::string_view name);

/// Whether a commune that is none of these ever bore a folded name, and its code begins with the same two
/// characters as one of theirs.
[[nodiscard]] bool isBorneBeside(const std::vector<CommuneCode>& communes, std::string_view name);

/// Whether any commune ever bore a folded name.
[[nodiscard]] bool isCommuneName(std::string_view name);

/// Whether `postalCode` serves `code` today: registers type postal codes where a commune's code belongs.
[[nodiscard]] bool isPostalCodeOf(std::string_view postalCode, CommuneCode code);

/// Edition of the data, for evidence and support.
[[nodiscard]] QString communeEdition();

} // namespace proconnect::certification
