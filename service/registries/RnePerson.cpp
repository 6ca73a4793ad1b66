// SPDX-License-Identifier: MIT
#include "service/registries/RnePerson.h"

#include "core/certification/Masks.h"
#include "core/certification/NameFolding.h"
#include "service/registries/RegistryJson.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>

namespace proconnect::service {
namespace {

constexpr qsizetype longestName = 1000;
constexpr qsizetype mostNames = 100;

/// Whether a register says that it has a value without showing it; anything written but a no says so.
bool isOnlyPresent(const QJsonObject& description, QLatin1String flag)
{
    return flagOf(description, flag).value_or(isWritten(description, flag));
}

bool areOnlyPresent(const QJsonObject& description, std::initializer_list<const char*> flags)
{
    return std::any_of(flags.begin(), flags.end(), [&description](const char* flag) {
        return isOnlyPresent(description, QLatin1String(flag));
    });
}

/// A birth place or a gender that this account is not shown is no silence: nobody can read it.
void readWhatIsOnlyPresent(const QJsonObject& description, certification::OfficerRecord& officer)
{
    const bool town = !officer.birthCommune.isEmpty() || !officer.birthPlaceText.isEmpty() ||
                      !officer.birthPostalCode.isEmpty();
    const bool country = !officer.birthCountry.isEmpty() || !officer.birthCountryText.isEmpty();
    if (!town &&
        (areOnlyPresent(description, {"lieuDeNaissancePresent", "codeInseeGeographiquePresent",
                                      "codePostalNaissancePresent"}) ||
         (!country && areOnlyPresent(description, {"paysNaissancePresent", "codePaysNaissancePresent"})))) {
        officer.birthPlaceText = QChar(QChar::ReplacementCharacter);
    }
    if (officer.gender == certification::RegisteredGender::Unknown &&
        isOnlyPresent(description, QLatin1String("genrePresent"))) {
        officer.gender = certification::RegisteredGender::Unreadable;
    }
}

QStringList givenNamesOf(const QJsonObject& description)
{
    const QJsonValue value = description.value(QLatin1String("prenoms"));
    QStringList names;
    if (value.isString()) {
        // Not always the list that it should be.
        names = {textOf(description, QLatin1String("prenoms"))};
        return certification::haveGap(names) ? QStringList() : names;
    }
    const QJsonArray list = value.toArray();
    if (list.size() > mostNames) {
        return {};
    }
    for (const auto& name : list) {
        const QString text = name.toString().trimmed();
        // One that cannot be read, left out, would make the next one the first.
        if (text.size() > longestName || (!name.isString() && !name.isNull())) {
            return {};
        }
        names.append(text);
    }
    return certification::haveGap(names) ? QStringList() : writtenNames(names);
}

} // namespace

void readRnePerson(const QJsonObject& description, certification::OfficerRecord& officer)
{
    officer.source = RegistrySource::Rne;
    officer.familyName = textOf(description, QLatin1String("nom"));
    officer.usageName = textOf(description, QLatin1String("nomUsage"));
    officer.givenNames = givenNamesOf(description);
    officer.gender = genderOf(description, QLatin1String("genre"));
    const QString birthDate = codeOf(description, QLatin1String("dateDeNaissance"));
    officer.birthDate = certification::CivilDate::parse(birthDate);
    officer.birthCommune = communeOf(description, QLatin1String("codeInseeGeographique"));
    officer.birthCountry = entryOf(description, QLatin1String("codePaysNaissance"));
    officer.birthCountryText = entryOf(description, QLatin1String("paysNaissance"));
    officer.birthPlaceText = entryOf(description, QLatin1String("lieuDeNaissance"));
    constexpr QLatin1String postalCode("codePostalNaissance");
    // Abroad, one may have four digits.
    officer.birthPostalCode = officer.birthCommune.startsWith(u'0') ? communeOf(description, postalCode)
                                                                    : entryOf(description, postalCode);
    readWhatIsOnlyPresent(description, officer);
    officer.masked =
        certification::isWithheld(birthDate) ||
        (officer.familyName.isEmpty() && isOnlyPresent(description, QLatin1String("nomPresent"))) ||
        (officer.givenNames.isEmpty() && isOnlyPresent(description, QLatin1String("prenomsPresent")));
}

bool areTwoPeople(const QJsonObject& one, const QJsonObject& other)
{
    if (one.isEmpty() || other.isEmpty()) {
        return false;
    }
    certification::OfficerRecord mine;
    certification::OfficerRecord theirs;
    readRnePerson(one, mine);
    readRnePerson(other, theirs);
    const QString myNames = certification::foldedLetters(mine.givenNames.join(u' '));
    const QString theirNames = certification::foldedLetters(theirs.givenNames.join(u' '));
    const QString theirFamily = certification::foldedLetters(theirs.familyName);
    const bool dated = !mine.birthDate.absent() && !theirs.birthDate.absent();
    return (!theirFamily.isEmpty() && certification::foldedLetters(mine.familyName) != theirFamily) ||
           !(myNames.startsWith(theirNames) || theirNames.startsWith(myNames)) ||
           (dated && !mine.birthDate.mayBe(theirs.birthDate));
}

} // namespace proconnect::service
