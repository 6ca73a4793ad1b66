// SPDX-License-Identifier: MIT
#include "core/certification/NameFolding.h"
#include "tests/bench/certification/People.h"
#include "tests/bench/certification/Towns.h"

#include <array>

namespace proconnect::bench {
namespace {

using certification::OfficerRecord;
using certification::RegisteredGender;

/// Registers write in capitals, most of them without accents.
QString registered(const QString& name)
{
    return certification::foldedWords(name).join(name.contains(u'-') ? u'-' : u' ');
}

QString alpha3(int country)
{
    constexpr std::array codes{
        std::pair{100, "FRA"}, std::pair{352, "DZA"}, std::pair{350, "MAR"}, std::pair{351, "TUN"},
        std::pair{139, "PRT"}, std::pair{127, "ITA"}, std::pair{134, "ESP"}, std::pair{208, "TUR"},
        std::pair{341, "SEN"}, std::pair{335, "MLI"}, std::pair{326, "CIV"}, std::pair{243, "VNM"},
        std::pair{216, "CHN"}, std::pair{122, "POL"}, std::pair{123, "RUS"}, std::pair{109, "DEU"}};
    for (const auto& [number, code] : codes) {
        if (number == country) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

QString wrongLetter(QString name, std::mt19937_64& random)
{
    const qsizetype at = static_cast<qsizetype>(random() % static_cast<unsigned long>(name.size()));
    name[at] = name[at] == u'E' ? u'A' : u'E';
    return name;
}

QString spelt(QString name)
{
    name.replace(u'-', u' ').replace(u' ', QStringLiteral("  "));
    return name.toLower().normalized(QString::NormalizationForm_D);
}

bool unplace(OfficerRecord& entry)
{
    entry.birthCommune.clear();
    entry.birthPlaceText.clear();
    entry.birthCountry.clear();
    return true;
}

bool ageThePlace(OfficerRecord& entry, const Person& person)
{
    const Town* town = townOf(person.commune);
    const QString city = person.commune.startsWith(u"751")    ? QStringLiteral("75056")
                         : person.commune.startsWith(u"6938") ? QStringLiteral("69123")
                         : person.commune.startsWith(u"132")  ? QStringLiteral("13055")
                                                              : QString();
    entry.birthCommune = !city.isEmpty() ? city : town != nullptr ? town->earlier : QString();
    entry.birthPlaceText.clear();
    return !entry.birthCommune.isEmpty();
}

bool nameTheTown(OfficerRecord& entry, const Person& person)
{
    entry.birthCommune.clear();
    entry.birthPlaceText = person.town.toLower() + QStringLiteral(" (%1)").arg(person.commune.left(2));
    return !person.town.isEmpty() && person.commune < u"97000";
}

} // namespace

const char* nameOf(Noise noise)
{
    constexpr std::array names{"none",      "spelling",   "first name only", "one field",
                               "no gender", "no place",   "old code",        "town in words",
                               "use name",  "one letter", "second name",     "day/month exchanged",
                               "month only"};
    return names.at(static_cast<std::size_t>(noise));
}

OfficerRecord entryOf(const Person& person, Channel channel)
{
    OfficerRecord entry;
    entry.standing = certification::RoleStanding::Represents;
    entry.familyName = registered(person.family);
    for (const QString& name : person.given) {
        entry.givenNames.append(registered(name));
    }
    entry.birthDate = {person.birth / 10000, person.birth / 100 % 100, person.birth % 100};
    entry.gender = person.female ? RegisteredGender::Female : RegisteredGender::Male;
    entry.birthCommune = person.commune;
    switch (channel) {
    case Channel::Sirene:
        entry.source = RegistrySource::Sirene;
        entry.usageName = registered(person.useName);
        entry.birthCountry = person.country == 100 ? QString() : QStringLiteral("99%1").arg(person.country);
        break;
    case Channel::Rne:
    case Channel::RnePublic:
        entry.source = RegistrySource::Rne;
        entry.usageName = registered(person.useName);
        entry.givenNames = {entry.givenNames[0]};
        entry.birthCountry = alpha3(person.country);
        entry.birthPlaceText = person.town;
        break;
    case Channel::Rcs:
        entry.source = RegistrySource::Rcs;
        entry.givenNames = {entry.givenNames.join(u' ')};
        entry.gender = RegisteredGender::Unknown;
        entry.birthCommune.clear();
        entry.birthPlaceText = person.town;
        entry.birthCountry = alpha3(person.country);
        break;
    }
    if (channel == Channel::RnePublic) {
        entry.birthDate.day = 0;
        unplace(entry);
    }
    return entry;
}

OfficerRecord damaged(const OfficerRecord& entry, const Person& person, Noise noise, std::mt19937_64& random,
                      bool& done)
{
    OfficerRecord changed = entry;
    done = true;
    switch (noise) {
    case Noise::None:
    case Noise::Count:
        break;
    case Noise::Spelling:
        changed.familyName = spelt(person.family);
        break;
    case Noise::FirstNameOnly:
        changed.givenNames = {registered(person.given[0])};
        break;
    case Noise::OneField:
        changed.givenNames = {entry.givenNames.join(u' ')};
        break;
    case Noise::NoGender:
        changed.gender = RegisteredGender::Unknown;
        break;
    case Noise::NoPlace:
        unplace(changed);
        break;
    case Noise::OldPlace:
        done = ageThePlace(changed, person);
        break;
    case Noise::TownInWords:
        done = nameTheTown(changed, person);
        break;
    case Noise::UseName:
        done = !person.useName.isEmpty();
        changed.familyName = done ? registered(person.useName) : changed.familyName;
        break;
    case Noise::OneLetter:
        changed.familyName = wrongLetter(changed.familyName, random);
        break;
    case Noise::SecondName:
        done = person.given.size() > 1;
        changed.givenNames = {registered(person.given.value(1))};
        break;
    case Noise::DayAndMonth:
        done = changed.birthDate.day <= 12 && changed.birthDate.day != changed.birthDate.month;
        std::swap(changed.birthDate.day, changed.birthDate.month);
        break;
    case Noise::MonthOnly:
        changed.birthDate.day = 0;
        break;
    }
    return changed;
}

} // namespace proconnect::bench
