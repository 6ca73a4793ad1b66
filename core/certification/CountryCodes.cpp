// SPDX-License-Identifier: MIT
#include "core/certification/CountryCodes.h"

#include "core/certification/CountryTable.h"

#include <QRegularExpression>

#include <algorithm>

namespace proconnect::certification {
namespace {

QString cogText(int number)
{
    return QStringLiteral("99%1").arg(number, 3, 10, QLatin1Char('0'));
}

int absorbedInto(int number)
{
    const auto* row = std::find_if(absorbedCountries.begin(), absorbedCountries.end(),
                                   [number](const auto& entry) { return entry.former == number; });
    return row == absorbedCountries.end() ? number : row->present;
}

bool cameOutOf(int former, int present)
{
    return std::any_of(splitCountries.begin(), splitCountries.end(),
                       [&](const auto& entry) { return entry.former == former && entry.present == present; });
}

} // namespace

QString franceCog()
{
    return QStringLiteral("99100");
}

bool isCountryCode(const QString& code)
{
    static const QRegularExpression shape(QStringLiteral("\\A99[0-9]{3}\\z"));
    return shape.match(code).hasMatch();
}

QString cogCountry(const QString& code)
{
    const QString trimmed = code.trimmed().toUpper();
    if (isCountryCode(trimmed)) {
        return cogText(absorbedInto(trimmed.sliced(2).toInt()));
    }
    const auto* row = std::find_if(isoCountries.begin(), isoCountries.end(), [&trimmed](const auto& entry) {
        const char* written = trimmed.size() == 2 ? entry.alpha2 : entry.alpha3;
        return trimmed == QLatin1String(written);
    });
    return row == isoCountries.end() ? QString() : cogText(row->cog);
}

CountryRelation countryRelation(const QString& a, const QString& b)
{
    if (a == b) {
        return CountryRelation::Same;
    }
    const int first = a.sliced(2).toInt();
    const int second = b.sliced(2).toInt();
    return cameOutOf(first, second) || cameOutOf(second, first) ? CountryRelation::Successor
                                                                : CountryRelation::Different;
}

QString countryTableEdition()
{
    return QLatin1String(countryEdition);
}

} // namespace proconnect::certification
