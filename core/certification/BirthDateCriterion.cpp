// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/CountryCodes.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

QString digitsOf(const CivilDate& date)
{
    return QStringLiteral("%1%2")
        .arg(date.month, 2, 10, QLatin1Char('0'))
        .arg(date.day, 2, 10, QLatin1Char('0'));
}

/// Day and month exchanged, or two digits of them: 29/08 written 28/09 or 08/29.
bool transposed(const CivilDate& a, const CivilDate& b)
{
    if (a.year != b.year) {
        return false;
    }
    const QString mine = digitsOf(a);
    const QString theirs = digitsOf(b);
    if (mine.sliced(2) + mine.first(2) == theirs) {
        return true;
    }
    QString exchanged = mine;
    for (qsizetype i = 0; i < mine.size(); ++i) {
        for (qsizetype j = i + 1; j < mine.size(); ++j) {
            std::swap(exchanged[i], exchanged[j]);
            if (exchanged == theirs) {
                return true;
            }
            std::swap(exchanged[i], exchanged[j]);
        }
    }
    return false;
}

bool partsAgree(int a, int b)
{
    return a == 0 || b == 0 || a == b;
}

bool knownPartsAgree(const CivilDate& a, const CivilDate& b)
{
    return a.year == b.year && partsAgree(a.month, b.month) && partsAgree(a.day, b.day);
}

/// The provider's own date where it says that parts are unknown: FranceConnect replaces them by 01.
CivilDate dateOf(const FranceConnectIdentity& person)
{
    const CivilDate raw = CivilDate::parse(person.rawBirthdate);
    const CivilDate rectified = CivilDate::parse(person.birthdate);
    return rectified.absent() || (!raw.absent() && !raw.complete()) ? raw : rectified;
}

bool presumed(const FranceConnectIdentity& person, const CivilDate& date)
{
    return date.month == 1 && date.day == 1 && cogCountry(person.birthcountry) != franceCog();
}

} // namespace

Finding compareBirthDates(const FranceConnectIdentity& person, const OfficerRecord& record,
                          const QDate& today)
{
    const CivilDate mine = dateOf(person);
    const CivilDate& theirs = record.birthDate;
    if (mine.absent() || theirs.absent()) {
        return {Weight::Missing, "date.missing"};
    }
    if (!mine.complete() || !theirs.complete()) {
        return knownPartsAgree(mine, theirs) ? Finding{Weight::Doubt, "date.partial"}
                                             : Finding{Weight::Excludes, "date.different"};
    }
    if (!mine.real(today) || !theirs.real(today)) {
        return {Weight::Doubt, "date.impossible"};
    }
    if (mine == theirs) {
        return presumed(person, mine) ? Finding{Weight::Doubt, "date.presumed"}
                                      : Finding{Weight::Agrees, "date.equal"};
    }
    return transposed(mine, theirs) ? Finding{Weight::Doubt, "date.transposed"}
                                    : Finding{Weight::Excludes, "date.different"};
}

Finding compareGenders(const FranceConnectIdentity& person, const OfficerRecord& record)
{
    const bool female = person.gender == QLatin1String("female");
    const bool male = person.gender == QLatin1String("male");
    if (record.gender == RegisteredGender::Unknown || (!female && !male)) {
        return {Weight::Neutral, "gender.unknown"};
    }
    const bool same = female == (record.gender == RegisteredGender::Female);
    return same ? Finding{Weight::Agrees, "gender.equal"}
                : Finding{Weight::Contradiction, "gender.different"};
}

} // namespace proconnect::certification
