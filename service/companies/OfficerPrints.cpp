// SPDX-License-Identifier: MIT
#include "service/companies/OfficerPrints.h"

#include "core/certification/NameFolding.h"
#include "service/keys/ServiceKeys.h"

#include <QJsonArray>
#include <QJsonDocument>

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
    return prints;
}

bool OfficerPrints::sameAs(const OfficerPrints& other) const
{
    return equal(exact, other.exact);
}

bool OfficerPrints::resembles(const OfficerPrints& other) const
{
    return equal(name, other.name) || equal(birth, other.birth);
}

} // namespace proconnect::service
