// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"
#include "core/model/FranceConnectIdentity.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <random>
#include <vector>

namespace proconnect::bench {

/// Someone who was never born, as the civil registers would know them.
struct Person
{
    QString family;
    QString useName;
    QStringList given;
    bool female = false;
    std::int32_t birth = 0; ///< 19821103
    QString commune;        ///< COG; empty when born abroad
    QString town;           ///< name of the commune
    int country = 100;
};

/// How a register writes its officers.
enum class Channel { Sirene, Rne, RnePublic, Rcs };

/// What may happen to an honest director's entry on its way through forms and clerks.
enum class Noise {
    None,     ///< only what the channel itself does
    Spelling, ///< accents, hyphens, apostrophes, case
    FirstNameOnly,
    OneField, ///< all given names in one field
    NoGender,
    NoPlace,
    OldPlace, ///< the code before a merger, the arrondissement for its city
    TownInWords,
    UseName,     ///< the use name in the birth name's field
    OneLetter,   ///< a letter wrong in the family name
    SecondName,  ///< the second given name, which is the one used
    DayAndMonth, ///< exchanged
    MonthOnly,
    Count,
};
[[nodiscard]] const char* nameOf(Noise noise);

/// `size` people with families, twins, homonyms and fathers who named their sons after themselves. The same
/// seed gives the same people.
[[nodiscard]] std::vector<Person> population(std::size_t size, std::uint64_t seed);

/// What FranceConnect says of someone.
[[nodiscard]] FranceConnectIdentity claimsOf(const Person& person);

/// What a register writes of someone.
[[nodiscard]] certification::OfficerRecord entryOf(const Person& person, Channel channel);

/// The same entry after something happened to it. `done` tells whether it could happen to this one.
[[nodiscard]] certification::OfficerRecord damaged(const certification::OfficerRecord& entry,
                                                   const Person& person, Noise noise, std::mt19937_64& random,
                                                   bool& done);

} // namespace proconnect::bench
