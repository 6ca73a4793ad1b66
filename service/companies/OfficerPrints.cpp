// SPDX-License-Identifier: MIT
#include "service/companies/OfficerPrints.h"

#include "core/certification/NameFolding.h"
#include "core/certification/NameWords.h"
#include "service/keys/ServiceKeys.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace proconnect::service {
namespace {

QString printOf(const ServiceKeys& keys, const QByteArray& kind, const QJsonArray& values)
{
    return QString::fromLatin1(keys.fingerprint(QJsonDocument(values).toJson(QJsonDocument::Compact), kind));
}

bool equal(const QString& a, const QString& b)
{
    return !a.isEmpty() && a == b;
}

bool anyEqual(const QStringList& a, const QStringList& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString& print) { return b.contains(print); });
}

/// Families of names often share the first letters; misspellings mostly keep them.
constexpr qsizetype tellingLetters = 4;

QString wordPrint(const ServiceKeys& keys, const QString& siren, const QString& word)
{
    return printOf(keys, "officer-word", {siren, word.left(tellingLetters)});
}

QStringList familyPrints(const ServiceKeys& keys, const QString& siren, const QString& familyName)
{
    const QStringList words = certification::foldedWords(familyName);
    QStringList prints;
    for (const QString& word : words) {
        if (words.size() == 1 || certification::isSignificant(word.toStdU16String())) {
            prints.append(wordPrint(keys, siren, word));
        }
    }
    return prints;
}

/// The date without its day, its month or its year, and with day and month in any order.
QStringList datePrints(const ServiceKeys& keys, const QString& siren, const certification::CivilDate& date)
{
    QStringList prints;
    const auto add = [&](const char* kept, int first, int second, int third) {
        prints.append(printOf(keys, "officer-date", {siren, QLatin1String(kept), first, second, third}));
    };
    if (date.year != 0 && date.month != 0) {
        add("year, month", date.year, date.month, 0);
    }
    if (date.complete()) {
        add("month, day", date.month, date.day, 0);
        add("year, day", date.year, date.day, 0);
        add("swapped", date.year, std::min(date.month, date.day), std::max(date.month, date.day));
    }
    return prints;
}

} // namespace

OfficerPrints OfficerPrints::of(const ServiceKeys& keys, const QString& siren,
                                const certification::OfficerRecord& officer)
{
    const auto& date = officer.birthDate;
    OfficerPrints prints;
    prints.exact = printOf(keys, "officer-exact",
                           {siren, officer.familyName, officer.usageName,
                            QJsonArray::fromStringList(officer.givenNames), static_cast<int>(officer.gender),
                            date.year, date.month, date.day, officer.birthCommune, officer.birthCountry});
    const QString family = certification::foldedLetters(officer.familyName);
    const QString given = certification::foldedLetters(officer.givenNames.value(0));
    if (!family.isEmpty() && !given.isEmpty()) {
        prints.name = printOf(keys, "officer-name", {siren, family, given});
    }
    if (date.complete()) {
        prints.birth = printOf(keys, "officer-birth", {siren, date.year, date.month, date.day});
    }
    prints.family = familyPrints(keys, siren, officer.familyName);
    const QString firstGiven = certification::foldedWords(officer.givenNames.value(0)).value(0);
    if (!firstGiven.isEmpty()) {
        prints.given = wordPrint(keys, siren, firstGiven);
    }
    prints.dates = datePrints(keys, siren, date);
    return prints;
}

bool OfficerPrints::sameAs(const OfficerPrints& other) const
{
    return equal(exact, other.exact);
}

bool OfficerPrints::resembles(const OfficerPrints& other) const
{
    if (equal(name, other.name) || equal(birth, other.birth)) {
        return true;
    }
    const bool swapped = family.contains(other.given) && other.family.contains(given);
    const int names =
        (anyEqual(family, other.family) || swapped ? 1 : 0) + (equal(given, other.given) || swapped ? 1 : 0);
    return names + (anyEqual(dates, other.dates) ? 1 : 0) >= 2;
}

bool OfficerPrints::isPersonOf(const OfficerPrints& other) const
{
    if (equal(name, other.name)) {
        return anyEqual(dates, other.dates) || dates.isEmpty() || other.dates.isEmpty();
    }
    return equal(birth, other.birth) && anyEqual(family, other.family) && equal(given, other.given);
}

} // namespace proconnect::service
