// SPDX-License-Identifier: MIT
#include "service/identity/PivotClaims.h"

#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace proconnect::service {
namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestEmail = 254;
constexpr qsizetype longestPlace = 200;

Failure malformed(const char* claim)
{
    return {FailureCode::SignInRefused, QStringLiteral("userinfo: %1").arg(QLatin1String(claim)), {}};
}

/// Letters of any script with what stands between them, and the apostrophe of 't Hooft before them; never
/// controls, directions or private characters.
bool isName(const QString& text)
{
    static const QRegularExpression name(QStringLiteral("^['’]?[\\p{L}\\p{M}][\\p{L}\\p{M} .,'’()/-]*$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return text.size() <= longestName && name.match(text).hasMatch();
}

/// Unknown days are 00 at FranceConnect+; an unknown month has no known day.
bool isBirthdate(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    if (!shape.match(text).hasMatch()) {
        return false;
    }
    const int year = QStringView(text).left(4).toInt();
    const int month = QStringView(text).mid(5, 2).toInt();
    const int day = QStringView(text).right(2).toInt();
    if (year < 1850) {
        return false;
    }
    return month == 0 ? day == 0 : QDate::isValid(year, month, day == 0 ? 1 : day);
}

/// Absent, null and empty say alike that nobody knows; anything but text says nothing that can be read.
std::optional<QString> optionalText(const QJsonObject& claims, const char* name)
{
    const QJsonValue value = claims.value(QLatin1String(name));
    return value.isString() || value.isUndefined() || value.isNull()
               ? std::optional{value.toString().trimmed()}
               : std::nullopt;
}

/// A place in a provider's own words: never controls, directions, line separators or private characters.
bool isPlace(const QString& text)
{
    static const QRegularExpression words(QStringLiteral("^[^\\p{C}\\p{Zl}\\p{Zp}]+$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return text.size() <= longestPlace && words.match(text).hasMatch();
}

bool isBirthPlace(const QString& place, const QString& country, PivotSource source)
{
    static const QRegularExpression commune(QStringLiteral("^(2[AB]|[0-9]{2})[0-9]{3}$"));
    if (country == QLatin1String("99100")) {
        return commune.match(place).hasMatch();
    }
    if (source == PivotSource::Register) {
        // Communes of Algeria before 1962 keep their number; and the register may know neither.
        return place.isEmpty() || (!country.isEmpty() && commune.match(place).hasMatch());
    }
    // Without a country, the words are all that is known: nothing at all would be no birth place.
    return place.isEmpty() ? !country.isEmpty() : isPlace(place);
}

std::optional<QStringList> givenNames(const QJsonObject& claims, bool& exact)
{
    const QJsonValue array = claims.value(QStringLiteral("given_name_array"));
    QStringList names;
    exact = !array.isUndefined() && !array.isNull();
    if (exact) {
        if (!array.isArray() || array.toArray().size() > 30) {
            return std::nullopt;
        }
        for (const QJsonValue entry : array.toArray()) {
            names.append(entry.toString());
        }
    } else {
        names = claims.value(QStringLiteral("given_name")).toString().split(u' ', Qt::SkipEmptyParts);
    }
    const bool good = !names.isEmpty() && std::all_of(names.cbegin(), names.cend(), isName) &&
                      names.join(u' ').size() <= longestName;
    return good ? std::optional{names} : std::nullopt;
}

} // namespace

Outcome<FranceConnectIdentity> parsePivotClaims(const QJsonObject& claims, PivotSource source)
{
    static const QRegularExpression country(QStringLiteral("^99[0-9]{3}$"));
    static const QRegularExpression email(QStringLiteral("^[^\\s@\\p{C}]+@[^\\s@\\p{C}]+$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    const auto text = [&claims](const char* name) { return claims.value(QLatin1String(name)).toString(); };

    FranceConnectIdentity identity;
    identity.subject = text("sub");
    identity.familyName = text("family_name");
    identity.gender = text("gender");
    identity.birthdate = text("birthdate");
    identity.rawBirthdate = text("idp_birthdate");
    identity.email = text("email");
    const auto given = givenNames(claims, identity.givenNamesExact);

    if (!isName(identity.familyName)) {
        return malformed("family_name");
    }
    if (!given) {
        return malformed("given_name");
    }
    identity.givenNames = *given;
    // No pivot claim, and typed by the person: one that cannot be a name is as good as none.
    if (const QString usage = text("preferred_username"); isName(usage)) {
        identity.preferredUsername = usage;
    }
    static const QStringList genders{QStringLiteral("male"), QStringLiteral("female"),
                                     QStringLiteral("unspecified")};
    if (!genders.contains(identity.gender)) {
        return malformed("gender");
    }
    if (!isBirthdate(identity.birthdate)) {
        return malformed("birthdate");
    }
    if (!identity.rawBirthdate.isEmpty() && !isBirthdate(identity.rawBirthdate)) {
        return malformed("idp_birthdate");
    }
    const auto birthcountry = optionalText(claims, "birthcountry");
    // European identities name none; the register says by an empty text that it knows none.
    const bool countryMayLack =
        source == PivotSource::IdentityProvider || claims.value(QLatin1String("birthcountry")).isString();
    if (!birthcountry ||
        !(birthcountry->isEmpty() ? countryMayLack : country.match(*birthcountry).hasMatch())) {
        return malformed("birthcountry");
    }
    const auto birthplace = optionalText(claims, "birthplace");
    if (!birthplace || !isBirthPlace(*birthplace, *birthcountry, source)) {
        return malformed("birthplace");
    }
    identity.birthcountry = *birthcountry;
    identity.birthplace = *birthplace;
    if (!identity.email.isEmpty() &&
        (identity.email.size() > longestEmail || !email.match(identity.email).hasMatch())) {
        return malformed("email");
    }
    return identity;
}

} // namespace proconnect::service
