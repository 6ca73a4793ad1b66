# SPDX-License-Identifier: MIT
"""What is missing, unknown or somebody else's must not certify: names with gaps, places that nobody placed."""

GAPS = [
    ("gap: before a name", "core/certification/NameFolding.cpp", "            if (!blank && within) {", "            if (false) {"),
    ("gap: within one text", "core/certification/NameFolding.cpp", "            within = within || blank;\n", ""),
    ("gap: a text without a letter", "core/certification/NameFolding.cpp", "        gap = gap || foldedLetters(text).isEmpty();\n", ""),
    ("gap: RNE's list", "service/registries/RnePerson.cpp", "    return certification::haveGap(names) ? QStringList() : writtenNames(names);", "    return writtenNames(names);"),
    ("gap: RNE's text", "service/registries/RnePerson.cpp", "        return certification::haveGap(names) ? QStringList() : names;", "        return names;"),
    ("gap: SIRENE", "service/registries/SireneFormat.cpp", "    return certification::haveGap(names) ? QStringList() : writtenNames(names);", "    return writtenNames(names);"),
    ("gap: the trade register", "service/registries/RcsFormat.cpp", "certification::haveGap(givenNames) ? QStringList() : givenNames", "givenNames"),
    ("gap: FranceConnect's array", "service/certify/LenientPivot.cpp", "certification::haveGap(textsOf(array)) || ", ""),
    ("gap: FranceConnect's text", "service/certify/LenientPivot.cpp", " || certification::haveGap({joined})", ""),
    ("place: a town that no list places in the state", "core/certification/BirthPlaceCriterion.cpp", "        liesElsewhere(theirs, mine.country) || !mayBeTownOf(mine, theirs)) {", "        liesElsewhere(theirs, mine.country)) {"),
    ("place: overseas postal codes by three digits", "core/certification/BirthPlaceCriterion.cpp", "postal.substr(0, overseas ? 3 : 2)", "postal.substr(0, 2)"),
    ("place: a namesake's postal code", "core/certification/BirthPlaceCriterion.cpp", "(place.commune.absent() && hasNamesakeIn(departement, place, related))", "false"),
    ("place: islands that bear reused numbers", "core/certification/CommuneHistory.cpp", "const auto related = reused ?", "const auto related = false ?"),
    ("place: a part overseas and a town's name", "core/certification/BirthPlaceCriterion.cpp", "    if (!theirs.part.empty() && theirs.commune.absent()) {", "    if (false) {"),
    ("place: a later commune's earlier name", "core/certification/PlaceText.cpp", "return (later ? last : ever)(code, place.name);", "return ever(code, place.name);"),
    ("place: a former name is no other place", "core/certification/PlaceText.cpp", "another && !anyIs(communeIsNamed, communeIsNamed)", "another"),
    ("letters: modifiers of other scripts", "core/certification/LetterFolding.cpp", "category == QChar::Letter_Modifier && isApostrophe(c)", "category == QChar::Letter_Modifier"),
    ("place: a saint is no country", "core/certification/PlaceWords.cpp", "if (!saint && words.size() <= longestName) {", "if (words.size() <= longestName) {"),
    ("place: a known town among French words", "core/certification/PlaceWords.cpp", " ||\n               (country != 0 && stateOfTown(name) == country);", ";"),
    ("place: a word that comes last is no ISO code", "core/certification/PlaceWords.cpp", "const Words last = placeWords(setApart(text));", "const Words last(words.end() - (words.empty() ? 0 : 1), words.end());"),
    ("place: an ISO code set apart", "core/certification/PlaceWords.cpp", "    return last.size() == 1 && words.size() > 1", "    return false && words.size() > 1"),
    ("place: a town with its province", "core/certification/PlaceWords.cpp", "           !isTownWithItsProvince(country, Words(words.begin(), words.end() - 1)) &&\n", ""),
]
