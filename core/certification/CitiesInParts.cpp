// SPDX-License-Identifier: MIT
#include "core/certification/CitiesInParts.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

constexpr std::array cities{
    City{"PARIS"sv, 75, 75100, 20, 75000},
    City{"LYON"sv, 69, 69380, 9, 69000},
    City{"MARSEILLE"sv, 13, 13200, 16, 13000},
};
// Half of the sixteenth of Paris.
constexpr int secondCodeOfThe16th = 75116;
constexpr int usualCodeOfThe16th = 75016;

} // namespace

int City::arrondissementOf(int postalCode) const
{
    const int number =
        (postalCode == secondCodeOfThe16th ? usualCodeOfThe16th : postalCode) - firstPostalCode;
    return number >= 1 && number <= arrondissements ? number : 0;
}

CommuneCode City::codeOf(int arrondissement) const
{
    return CommuneCode::parse(QString::number(firstArrondissement + arrondissement));
}

const City* cityNamed(std::string_view foldedName)
{
    const auto* city = std::find_if(cities.begin(), cities.end(),
                                    [foldedName](const City& entry) { return entry.name == foldedName; });
    return city == cities.end() ? nullptr : city;
}

CommuneCode arrondissementPosted(std::string_view postalCode)
{
    int number = 0;
    const char* const end = postalCode.data() + postalCode.size();
    if (const auto read = std::from_chars(postalCode.data(), end, number);
        read.ec != std::errc() || read.ptr != end) {
        return {};
    }
    for (const City& city : cities) {
        if (const int arrondissement = city.arrondissementOf(number); arrondissement != 0) {
            return city.codeOf(arrondissement);
        }
        // The commune's code, typed for the postal one.
        if (number > city.firstArrondissement && number <= city.firstArrondissement + city.arrondissements) {
            return city.codeOf(number - city.firstArrondissement);
        }
    }
    return {};
}

} // namespace proconnect::certification
