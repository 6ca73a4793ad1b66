// SPDX-License-Identifier: MIT
#include "tests/bench/certification/People.h"

#include "tests/bench/certification/Names.h"
#include "tests/bench/certification/Towns.h"

#include <algorithm>
#include <array>

namespace proconnect::bench {
namespace {

using Random = std::mt19937_64;

bool oneIn(Random& random, unsigned count)
{
    return random() % count == 0;
}

std::int32_t birthDay(Random& random, int country)
{
    const auto year = 1938 + static_cast<std::int32_t>(random() % 66);
    // In some countries one birth in ten is only known by its year.
    if ((country == 335 || country == 341 || country == 350 || country == 208) && oneIn(random, 10)) {
        return year * 10000 + 101;
    }
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const std::size_t month = random() % days.size();
    return year * 10000 +
           static_cast<std::int32_t>((month + 1) * 100 + 1 + random() % static_cast<unsigned>(days[month]));
}

/// The shares of people born abroad among those who live in France, roughly.
int countryOfBirth(Random& random)
{
    struct Share
    {
        unsigned upTo;
        int country;
    };
    constexpr std::array shares{Share{22, 352}, Share{40, 350}, Share{48, 351}, Share{59, 139},
                                Share{64, 127}, Share{68, 134}, Share{72, 208}, Share{75, 341},
                                Share{78, 335}, Share{81, 326}, Share{84, 243}, Share{87, 216},
                                Share{90, 122}, Share{93, 123}, Share{96, 109}};
    const auto draw = static_cast<unsigned>(random() % 1000);
    for (const Share& share : shares) {
        if (draw < share.upTo) {
            return share.country;
        }
    }
    return 100;
}

void nameChild(Person& child, const Names& names, Random& random)
{
    child.given = {names.given(child.female, random)};
    for (unsigned more = random() % 3; more > 0; --more) {
        const QString name = names.given(child.female, random);
        if (!child.given.contains(name)) {
            child.given.append(name);
        }
    }
}

Person someone(Random& random)
{
    Person person;
    person.country = countryOfBirth(random);
    const Names& names = Names::of(person.country);
    person.female = oneIn(random, 2);
    person.family = names.family(random);
    person.birth = birthDay(random, person.country);
    nameChild(person, names, random);
    if (person.female && oneIn(random, 2)) {
        person.useName = Names::of(100).family(random);
    }
    if (person.country == 100) {
        const Town& town = someTown(random);
        person.commune = town.code;
        person.town = town.name;
    }
    return person;
}

/// Same day, same place, same family: only the given names tell twins apart, and parents like them alike.
Person twinOf(const Person& person, Random& random)
{
    Person twin = person;
    const Names& names = Names::of(person.country);
    twin.female = oneIn(random, 3) ? !person.female : person.female;
    do {
        nameChild(twin, names, random);
    } while (twin.given[0] == person.given[0]);
    if (person.given.size() > 1 && oneIn(random, 3)) {
        twin.given = {twin.given[0], person.given[1]};
    }
    twin.useName.clear();
    return twin;
}

Person childOf(const Person& parent, Random& random)
{
    Person child = someone(random);
    child.family = parent.family;
    child.female = parent.female;
    if (oneIn(random, 2)) {
        child.given = parent.given; // named after the parent
    }
    constexpr std::int32_t youngest = 2005; // of those who lead a company
    const std::int32_t year = parent.birth / 10000 + 20 + static_cast<std::int32_t>(random() % 20);
    child.birth =
        std::min(year, youngest) * 10000 + (oneIn(random, 300) ? parent.birth % 10000 : child.birth % 10000);
    child.country = parent.country;
    child.commune = parent.commune;
    child.town = parent.town;
    child.useName.clear();
    return child;
}

/// Somebody else of the same name, born the same day elsewhere, or in the same town on another day.
Person homonymOf(const Person& person, Random& random)
{
    Person other = someone(random);
    other.family = person.family;
    other.female = person.female;
    other.given = person.given;
    if (oneIn(random, 2)) {
        other.birth = person.birth;
        if (other.commune == person.commune && other.country == person.country) {
            other.birth = birthDay(random, other.country);
        }
        return other;
    }
    other.country = person.country;
    other.commune = person.commune;
    other.town = person.town;
    if (other.birth == person.birth) {
        other.birth += 10000;
    }
    return other;
}

} // namespace

std::vector<Person> population(std::size_t size, std::uint64_t seed)
{
    Random random(seed);
    std::vector<Person> people;
    people.reserve(size + 2);
    while (people.size() < size) {
        people.push_back(someone(random));
        const Person first = people.back();
        switch (random() % 50) {
        case 0:
            people.push_back(twinOf(first, random));
            break;
        case 1:
        case 2:
            people.push_back(childOf(first, random));
            break;
        case 3:
            people.push_back(homonymOf(first, random));
            break;
        default:
            break;
        }
    }
    people.resize(size);
    return people;
}

FranceConnectIdentity claimsOf(const Person& person)
{
    FranceConnectIdentity claims;
    claims.familyName = person.family;
    claims.preferredUsername = person.useName;
    claims.givenNames = person.given;
    claims.givenNamesExact = true;
    claims.gender = person.female ? QStringLiteral("female") : QStringLiteral("male");
    claims.birthdate = QStringLiteral("%1-%2-%3")
                           .arg(person.birth / 10000)
                           .arg(person.birth / 100 % 100, 2, 10, QLatin1Char('0'))
                           .arg(person.birth % 100, 2, 10, QLatin1Char('0'));
    claims.birthplace = person.commune;
    claims.birthcountry = QStringLiteral("99%1").arg(person.country);
    return claims;
}

} // namespace proconnect::bench
