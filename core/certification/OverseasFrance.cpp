// SPDX-License-Identifier: MIT
#include "core/certification/OverseasFrance.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

struct Coded
{
    std::u16string_view alpha2;
    std::u16string_view alpha3;
    std::string_view part;
};

constexpr auto coded = std::to_array<Coded>({
    {u"GP"sv, u"GLP"sv, "971"sv},
    {u"MQ"sv, u"MTQ"sv, "972"sv},
    {u"GF"sv, u"GUF"sv, "973"sv},
    {u"RE"sv, u"REU"sv, "974"sv},
    {u"PM"sv, u"SPM"sv, "975"sv},
    {u"YT"sv, u"MYT"sv, "976"sv},
    {u"BL"sv, u"BLM"sv, "977"sv},
    {u"MF"sv, u"MAF"sv, "978"sv},
    {u"TF"sv, u"ATF"sv, "984"sv},
    {u"WF"sv, u"WLF"sv, "986"sv},
    {u"PF"sv, u"PYF"sv, "987"sv},
    {u"NC"sv, u"NCL"sv, "988"sv},
});

struct Named
{
    std::string_view name;
    std::string_view part;
};

// Folded; each is a name of France in countries.facts or its package.
constexpr auto named = std::to_array<Named>({
    {"GUADELOUPE"sv, "971"sv},
    {"MARTINIQUE"sv, "972"sv},
    {"GUYANE"sv, "973"sv},
    {"GUYANE FRANCAISE"sv, "973"sv},
    {"REUNION"sv, "974"sv},
    {"LA REUNION"sv, "974"sv},
    {"ILE DE LA REUNION"sv, "974"sv},
    {"SAINT PIERRE ET MIQUELON"sv, "975"sv},
    {"MAYOTTE"sv, "976"sv},
    {"SAINT BARTHELEMY"sv, "977"sv},
    {"SAINT MARTIN"sv, "978"sv},
    {"SAINT MARTIN PARTIE FRANCAISE"sv, "978"sv},
    {"TERRES AUSTRALES FRANCAISES"sv, "984"sv},
    {"WALLIS ET FUTUNA"sv, "986"sv},
    {"POLYNESIE FRANCAISE"sv, "987"sv},
    {"TAHITI"sv, "987"sv},
    {"NOUVELLE CALEDONIE"sv, "988"sv},
});

bool isCode(QStringView text, std::u16string_view code)
{
    constexpr char16_t caseBit = 0x20;
    return text.size() == static_cast<qsizetype>(code.size()) &&
           std::equal(code.begin(), code.end(), text.utf16(), [](char16_t upper, char16_t unit) {
               return unit == upper || unit == (upper | caseBit);
           });
}

} // namespace

std::string_view overseasPartOf(QStringView code)
{
    const auto* const row = std::find_if(coded.begin(), coded.end(), [code](const Coded& any) {
        return isCode(code, any.alpha2) || isCode(code, any.alpha3);
    });
    return row == coded.end() ? std::string_view() : row->part;
}

std::string_view overseasPartNamed(std::string_view name)
{
    const auto* const row =
        std::find_if(named.begin(), named.end(), [name](const Named& any) { return any.name == name; });
    return row == named.end() ? std::string_view() : row->part;
}

} // namespace proconnect::certification
