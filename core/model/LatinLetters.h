// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>

namespace proconnect {

/// A Latin letter that Unicode does not decompose, in upper case where it has one, and how it is written on a
/// keyboard without it.
struct LatinLetter
{
    char32_t letter;
    const char* written; ///< empty: no letter of a name (clicks, tones); parts words as an apostrophe does
};

/// As ICAO Doc 9303 part 3 and the Latin-ASCII transform of Unicode's CLDR write them; sorted.
// clang-format off
inline constexpr auto latinLetters = std::to_array<LatinLetter>({
    {U'\u00C6', "AE"}, {U'\u00D0', "D"}, {U'\u00D8', "O"}, {U'\u00DE', "TH"}, {U'\u00DF', "SS"},
    {U'\u0110', "D"}, {U'\u0126', "H"}, {U'\u0138', "K"}, {U'\u013F', "L"}, {U'\u0141', "L"},
    {U'\u0149', "N"}, {U'\u014A', "N"}, {U'\u0152', "OE"}, {U'\u0166', "T"}, {U'\u0181', "B"}, {U'\u0182', "B"},
    {U'\u0184', ""}, {U'\u0186', "O"}, {U'\u0187', "C"}, {U'\u0189', "D"}, {U'\u018A', "D"}, {U'\u018B', "D"},
    {U'\u018D', "D"}, {U'\u018E', "E"}, {U'\u018F', "E"}, {U'\u0190', "E"}, {U'\u0191', "F"},
    {U'\u0193', "G"}, {U'\u0194', "G"}, {U'\u0196', "I"}, {U'\u0197', "I"}, {U'\u0198', "K"},
    {U'\u019B', "L"}, {U'\u019C', "M"}, {U'\u019D', "N"}, {U'\u019F', "O"}, {U'\u01A2', "GH"},
    {U'\u01A4', "P"}, {U'\u01A6', "R"}, {U'\u01A7', ""}, {U'\u01A9', "SH"}, {U'\u01AA', "SH"},
    {U'\u01AB', "T"}, {U'\u01AC', "T"}, {U'\u01AE', "T"}, {U'\u01B1', "U"}, {U'\u01B2', "V"},
    {U'\u01B3', "Y"}, {U'\u01B5', "Z"}, {U'\u01B7', "Z"}, {U'\u01B8', "Z"}, {U'\u01BA', "Z"}, {U'\u01BB', ""},
    {U'\u01BC', ""}, {U'\u01BE', ""}, {U'\u01C0', ""}, {U'\u01C1', ""}, {U'\u01C2', ""}, {U'\u01C3', ""},
    {U'\u01E2', "AE"}, {U'\u01E4', "G"}, {U'\u01EE', "Z"}, {U'\u01F6', "HV"}, {U'\u01F7', "W"},
    {U'\u01FC', "AE"}, {U'\u01FE', "O"}, {U'\u021C', "G"}, {U'\u0220', "N"}, {U'\u0221', "D"},
    {U'\u0222', "OU"}, {U'\u0224', "Z"}, {U'\u0234', "L"}, {U'\u0235', "N"}, {U'\u0236', "T"},
    {U'\u0237', "J"}, {U'\u0238', "DB"}, {U'\u0239', "QP"}, {U'\u023A', "A"}, {U'\u023B', "C"},
    {U'\u023D', "L"}, {U'\u023E', "T"}, {U'\u0241', ""}, {U'\u0243', "B"}, {U'\u0244', "U"}, {U'\u0245', "V"},
    {U'\u0246', "E"}, {U'\u0248', "J"}, {U'\u024A', "Q"}, {U'\u024C', "R"}, {U'\u024E', "Y"},
    {U'\u0255', "C"}, {U'\u0258', "E"}, {U'\u025A', "E"}, {U'\u025D', "E"}, {U'\u025E', "E"},
    {U'\u025F', "J"}, {U'\u0262', "G"}, {U'\u0264', "O"}, {U'\u0267', "H"}, {U'\u026D', "L"},
    {U'\u026E', "LZH"}, {U'\u0270', "M"}, {U'\u0273', "N"}, {U'\u0274', "N"}, {U'\u0276', "OE"},
    {U'\u0277', "O"}, {U'\u0278', "F"}, {U'\u0279', "R"}, {U'\u027A', "R"}, {U'\u027B', "R"},
    {U'\u027C', "R"}, {U'\u027E', "R"}, {U'\u027F', "R"}, {U'\u0281', "R"}, {U'\u0284', "J"},
    {U'\u0285', "SH"}, {U'\u0286', "SH"}, {U'\u028D', "W"}, {U'\u028E', "Y"}, {U'\u028F', "Y"},
    {U'\u0290', "Z"}, {U'\u0291', "Z"}, {U'\u0293', "Z"}, {U'\u0294', ""}, {U'\u0295', ""}, {U'\u0296', ""},
    {U'\u0297', "C"}, {U'\u0298', ""}, {U'\u0299', "B"}, {U'\u029A', "E"}, {U'\u029B', "G"}, {U'\u029C', "H"},
    {U'\u029F', "L"}, {U'\u02A0', "Q"}, {U'\u02A1', ""}, {U'\u02A2', ""}, {U'\u02A3', "DZ"},
    {U'\u02A4', "DZH"}, {U'\u02A5', "DZ"}, {U'\u02A6', "TS"}, {U'\u02A7', "TCH"}, {U'\u02A8', "TC"},
    {U'\u02A9', "FN"}, {U'\u02AA', "LS"}, {U'\u02AB', "LZ"}, {U'\u02AC', ""}, {U'\u02AD', ""},
    {U'\u02AE', "H"}, {U'\u02AF', "H"}, {U'\u1D00', "A"}, {U'\u1D01', "AE"}, {U'\u1D02', "AE"},
    {U'\u1D03', "B"}, {U'\u1D04', "C"}, {U'\u1D05', "D"}, {U'\u1D06', "D"}, {U'\u1D07', "E"},
    {U'\u1D08', "E"}, {U'\u1D09', "I"}, {U'\u1D0A', "J"}, {U'\u1D0B', "K"}, {U'\u1D0C', "L"},
    {U'\u1D0D', "M"}, {U'\u1D0E', "N"}, {U'\u1D0F', "O"}, {U'\u1D10', "O"}, {U'\u1D11', "O"},
    {U'\u1D12', "O"}, {U'\u1D13', "O"}, {U'\u1D14', "OE"}, {U'\u1D15', "OU"}, {U'\u1D16', "O"},
    {U'\u1D17', "O"}, {U'\u1D18', "P"}, {U'\u1D19', "R"}, {U'\u1D1A', "R"}, {U'\u1D1B', "T"},
    {U'\u1D1C', "U"}, {U'\u1D1D', "U"}, {U'\u1D1E', "U"}, {U'\u1D1F', "M"}, {U'\u1D20', "V"},
    {U'\u1D21', "W"}, {U'\u1D22', "Z"}, {U'\u1D23', "Z"}, {U'\u1D24', ""}, {U'\u1D25', ""}, {U'\u1D6B', "UE"},
    {U'\u1D6C', "B"}, {U'\u1D6D', "D"}, {U'\u1D6E', "F"}, {U'\u1D6F', "M"}, {U'\u1D70', "N"},
    {U'\u1D71', "P"}, {U'\u1D72', "R"}, {U'\u1D73', "R"}, {U'\u1D74', "S"}, {U'\u1D75', "T"},
    {U'\u1D76', "Z"}, {U'\u1D77', "G"}, {U'\u1D7A', "TH"}, {U'\u1D7B', "I"}, {U'\u1D7C', "I"},
    {U'\u1D7E', "U"}, {U'\u1D7F', "U"}, {U'\u1D80', "B"}, {U'\u1D81', "D"}, {U'\u1D82', "F"},
    {U'\u1D83', "G"}, {U'\u1D84', "K"}, {U'\u1D85', "L"}, {U'\u1D86', "M"}, {U'\u1D87', "N"},
    {U'\u1D88', "P"}, {U'\u1D89', "R"}, {U'\u1D8A', "S"}, {U'\u1D8B', "SH"}, {U'\u1D8C', "V"},
    {U'\u1D8D', "X"}, {U'\u1D8F', "A"}, {U'\u1D90', "A"}, {U'\u1D91', "D"}, {U'\u1D92', "E"},
    {U'\u1D93', "E"}, {U'\u1D94', "E"}, {U'\u1D95', "E"}, {U'\u1D96', "I"}, {U'\u1D97', "O"},
    {U'\u1D98', "SH"}, {U'\u1D99', "U"}, {U'\u1D9A', "Z"}, {U'\u1E9A', "A"}, {U'\u1E9C', "S"},
    {U'\u1E9D', "S"}, {U'\u1E9E', "SS"}, {U'\u1E9F', "D"}, {U'\u1EFA', "LL"}, {U'\u1EFC', "V"},
    {U'\u1EFE', "Y"}, {U'\u2094', "E"}, {U'\u2184', "C"}, {U'\u2C60', "L"}, {U'\u2C62', "L"},
    {U'\u2C63', "P"}, {U'\u2C64', "R"}, {U'\u2C67', "H"}, {U'\u2C69', "K"}, {U'\u2C6B', "Z"},
    {U'\u2C6D', "A"}, {U'\u2C6E', "M"}, {U'\u2C6F', "A"}, {U'\u2C70', "A"}, {U'\u2C71', "V"},
    {U'\u2C72', "W"}, {U'\u2C74', "V"}, {U'\u2C75', "H"}, {U'\u2C77', "F"}, {U'\u2C78', "E"},
    {U'\u2C79', "R"}, {U'\u2C7A', "O"}, {U'\u2C7B', "E"}, {U'\u2C7E', "S"}, {U'\u2C7F', "Z"}, {U'\uA722', ""},
    {U'\uA724', ""}, {U'\uA726', "H"}, {U'\uA728', "TZ"}, {U'\uA72A', "K"}, {U'\uA72C', "K"},
    {U'\uA72E', "K"}, {U'\uA730', "F"}, {U'\uA731', "S"}, {U'\uA732', "AA"}, {U'\uA734', "AO"},
    {U'\uA736', "AU"}, {U'\uA738', "AV"}, {U'\uA73A', "AV"}, {U'\uA73C', "AY"}, {U'\uA73E', "C"},
    {U'\uA740', "K"}, {U'\uA742', "K"}, {U'\uA744', "K"}, {U'\uA746', "L"}, {U'\uA748', "L"},
    {U'\uA74A', "O"}, {U'\uA74C', "O"}, {U'\uA74E', "OO"}, {U'\uA750', "P"}, {U'\uA752', "P"},
    {U'\uA754', "P"}, {U'\uA756', "Q"}, {U'\uA758', "Q"}, {U'\uA75A', "R"}, {U'\uA75C', "RUM"},
    {U'\uA75E', "V"}, {U'\uA760', "VY"}, {U'\uA762', "Z"}, {U'\uA764', "TH"}, {U'\uA766', "TH"},
    {U'\uA768', "V"}, {U'\uA76A', "ET"}, {U'\uA76C', "IS"}, {U'\uA76E', "CON"}, {U'\uA771', "DUM"},
    {U'\uA772', "LUM"}, {U'\uA773', "MUM"}, {U'\uA774', "NUM"}, {U'\uA775', "RUM"}, {U'\uA776', "RUM"},
    {U'\uA777', "TUM"}, {U'\uA778', "UM"}, {U'\uA779', "D"}, {U'\uA77B', "F"}, {U'\uA77D', "G"},
    {U'\uA77E', "G"}, {U'\uA780', "L"}, {U'\uA782', "R"}, {U'\uA784', "S"}, {U'\uA786', "T"}, {U'\uA78B', ""},
    {U'\uA78D', "H"}, {U'\uA78E', "L"}, {U'\uA78F', ""}, {U'\uA790', "N"}, {U'\uA792', "C"}, {U'\uA795', "H"},
    {U'\uA796', "B"}, {U'\uA798', "F"}, {U'\uA79A', "AE"}, {U'\uA79C', "OE"}, {U'\uA79E', "UE"},
    {U'\uA7A0', "G"}, {U'\uA7A2', "K"}, {U'\uA7A4', "N"}, {U'\uA7A6', "R"}, {U'\uA7A8', "S"},
    {U'\uA7AA', "H"}, {U'\uA7AB', "E"}, {U'\uA7AC', "G"}, {U'\uA7AD', "L"}, {U'\uA7AE', "I"},
    {U'\uA7AF', "Q"}, {U'\uA7B0', "K"}, {U'\uA7B1', "T"}, {U'\uA7B2', "J"}, {U'\uA7B3', "X"},
    {U'\uA7B4', "B"}, {U'\uA7B6', "O"}, {U'\uA7B8', "U"}, {U'\uA7BA', "A"}, {U'\uA7BC', "I"},
    {U'\uA7BE', "U"}, {U'\uA7C0', "O"}, {U'\uA7C2', "W"}, {U'\uA7C4', "C"}, {U'\uA7C5', "S"},
    {U'\uA7C6', "Z"}, {U'\uA7C7', "D"}, {U'\uA7C9', "S"}, {U'\uA7D0', "G"}, {U'\uA7D3', "THTH"},
    {U'\uA7D5', "WW"}, {U'\uA7D6', "S"}, {U'\uA7D8', "S"}, {U'\uA7F5', "H"}, {U'\uA7F7', "I"},
    {U'\uA7FA', "M"}, {U'\uA7FB', "F"}, {U'\uA7FC', "P"}, {U'\uA7FD', "M"}, {U'\uA7FE', "I"},
    {U'\uA7FF', "M"}, {U'\uAB30', "A"}, {U'\uAB31', "AE"}, {U'\uAB32', "E"}, {U'\uAB33', "E"},
    {U'\uAB34', "E"}, {U'\uAB35', "F"}, {U'\uAB36', "G"}, {U'\uAB37', "L"}, {U'\uAB38', "L"},
    {U'\uAB39', "L"}, {U'\uAB3A', "M"}, {U'\uAB3B', "N"}, {U'\uAB3C', "N"}, {U'\uAB3D', "O"},
    {U'\uAB3E', "O"}, {U'\uAB3F', "O"}, {U'\uAB40', "OE"}, {U'\uAB41', "OE"}, {U'\uAB42', "OE"},
    {U'\uAB43', "OE"}, {U'\uAB44', "OE"}, {U'\uAB45', "R"}, {U'\uAB46', "R"}, {U'\uAB47', "R"},
    {U'\uAB48', "RR"}, {U'\uAB49', "R"}, {U'\uAB4A', "RR"}, {U'\uAB4B', "R"}, {U'\uAB4C', "R"},
    {U'\uAB4D', "SH"}, {U'\uAB4E', "U"}, {U'\uAB4F', "U"}, {U'\uAB50', "UI"}, {U'\uAB51', "UI"},
    {U'\uAB52', "U"}, {U'\uAB54', "X"}, {U'\uAB55', "X"}, {U'\uAB56', "X"}, {U'\uAB57', "X"},
    {U'\uAB58', "X"}, {U'\uAB59', "X"}, {U'\uAB5A', "Y"}, {U'\uAB60', "E"}, {U'\uAB61', "E"},
    {U'\uAB62', "OE"}, {U'\uAB63', "UO"}, {U'\uAB64', "A"}, {U'\uAB66', "DZ"}, {U'\uAB67', "TS"},
    {U'\uAB68', "R"}, {U'\U0001DF00', "FN"}, {U'\U0001DF01', "G"}, {U'\U0001DF02', "G"}, {U'\U0001DF03', "K"},
    {U'\U0001DF04', "L"}, {U'\U0001DF05', "LZH"}, {U'\U0001DF06', "Y"}, {U'\U0001DF07', "N"},
    {U'\U0001DF08', "R"}, {U'\U0001DF09', "T"}, {U'\U0001DF0A', ""}, {U'\U0001DF0B', "SH"},
    {U'\U0001DF0C', "SH"}, {U'\U0001DF0D', "T"}, {U'\U0001DF0E', ""}, {U'\U0001DF0F', "C"},
    {U'\U0001DF10', "K"}, {U'\U0001DF11', "L"}, {U'\U0001DF12', "DZH"}, {U'\U0001DF13', "L"},
    {U'\U0001DF14', "N"}, {U'\U0001DF15', "R"}, {U'\U0001DF16', "R"}, {U'\U0001DF17', "TCH"},
    {U'\U0001DF18', "Z"}, {U'\U0001DF19', "DZH"}, {U'\U0001DF1A', "I"}, {U'\U0001DF1B', "O"},
    {U'\U0001DF1C', "TCH"}, {U'\U0001DF1D', "C"}, {U'\U0001DF1E', "S"},
});
// clang-format on
static_assert(std::is_sorted(latinLetters.begin(), latinLetters.end(),
                             [](const auto& a, const auto& b) { return a.letter < b.letter; }));

/// How a letter in upper case is written; null for any other character than these letters.
[[nodiscard]] inline const LatinLetter* latinLetter(char32_t upper)
{
    const auto* row =
        std::lower_bound(latinLetters.begin(), latinLetters.end(), upper,
                         [](const auto& entry, char32_t letter) { return entry.letter < letter; });
    return row != latinLetters.end() && row->letter == upper ? row : nullptr;
}

} // namespace proconnect
