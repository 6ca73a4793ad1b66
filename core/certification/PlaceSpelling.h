// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace proconnect::certification {

/// Writes what says an arrondissement behind a city in digits and apart: "PARIS XII", "PARIS12", "12E
/// ARRONDISSEMENT DE PARIS". Leaves other words as they are.
void spellOutArrondissement(std::vector<std::string>& words);

/// Writes a town's name in full where only that makes it a commune's: "AULNAY S BOIS", "MT DE MARSAN",
/// "CLERMONT FD", "VILLENEUVE LEZ AVIGNON". An S is "sur" unless only "sous" makes one.
void spellOutTown(std::vector<std::string>& town);

/// Takes the departement's name off the end of a town's: "SAINT DENIS DE LA REUNION", "MELUN SEINE ET MARNE",
/// but not "CHALONS MARNE", which is Châlons-sur-Marne. Its codes; empty when there is none.
[[nodiscard]] std::vector<std::string> takeDepartementBehind(std::vector<std::string>& town);

} // namespace proconnect::certification
