// SPDX-License-Identifier: MIT
#include "core/certification/CommuneCodes.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

struct CityWithArrondissements
{
    const char* city;
    int first;
    int last;
};

constexpr std::array cities{
    CityWithArrondissements{"75056", 75101, 75120}, // Paris
    CityWithArrondissements{"69123", 69381, 69389}, // Lyon
    CityWithArrondissements{"13055", 13201, 13216}, // Marseille
};

/// The city that `code` is, or is an arrondissement of; empty for any other commune.
QString cityOf(const QString& code)
{
    const int number = code.toInt();
    const auto* row = std::find_if(cities.begin(), cities.end(), [&](const auto& city) {
        return code == QLatin1String(city.city) || (number >= city.first && number <= city.last);
    });
    return row == cities.end() ? QString() : QLatin1String(row->city);
}

/// Codes that changed as a block, in their present form: Corsica in 1976, the islands that left Guadeloupe in
/// 2007, Mayotte in 2011. Numbers inside the block stayed.
QString presentCode(const QString& code, const QString& other)
{
    if (code.startsWith(u"20") && (other.startsWith(u"2A") || other.startsWith(u"2B"))) {
        return other.first(2) + code.sliced(2);
    }
    if (code == u"97123") {
        return QStringLiteral("97701");
    }
    if (code == u"97127") {
        return QStringLiteral("97801");
    }
    if (code.startsWith(u"985")) {
        return QStringLiteral("976") + code.sliced(3);
    }
    return code;
}

} // namespace

bool isCommuneCode(const QString& code)
{
    static const QRegularExpression shape(QStringLiteral("\\A(?:[0-9]{2}|2[AB])[0-9]{3}\\z"));
    return shape.match(code).hasMatch() && !code.startsWith(u"99") && !code.startsWith(u"00");
}

bool isFormerTerritoryCode(const QString& code)
{
    return code.startsWith(u'9') && code.size() == 5 && code[1] >= u'1' && code[1] <= u'6';
}

CommuneRelation communeRelation(const QString& a, const QString& b)
{
    if (a == b) {
        return CommuneRelation::Same;
    }
    if (presentCode(a, b) == presentCode(b, a)) {
        return CommuneRelation::Compatible;
    }
    const QString city = cityOf(a);
    if (!city.isEmpty() && city == cityOf(b)) {
        return a == city || b == city ? CommuneRelation::Compatible : CommuneRelation::Different;
    }
    return CommuneRelation::Unknown;
}

} // namespace proconnect::certification
