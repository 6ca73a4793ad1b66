// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CivilDate.h"
#include "core/model/Company.h"

#include <QString>
#include <QStringList>

namespace proconnect::certification {

enum class RegisteredGender {
    Unknown,
    Female,
    Male,
    Unreadable, ///< something is written that is neither
};

/// Whether a position lets its holder act for the company alone.
enum class RoleStanding { Represents, Ambiguous, DoesNotRepresent };

/// One person at the head of a company as a register writes them, whichever the register.
/// Absent values are empty; they never count as equal to anything.
struct OfficerRecord
{
    RegistrySource source = RegistrySource::Rne;

    QString familyName; ///< birth name
    QString usageName;
    QStringList givenNames; ///< in civil order; one item may hold several names
    QString usualGivenName;
    RegisteredGender gender = RegisteredGender::Unknown;
    CivilDate birthDate;
    QString birthCommune;     ///< COG commune, or a COG country code that the register put there
    QString birthCountry;     ///< COG 99xxx, ISO alpha-2 or alpha-3, as written
    QString birthCountryText; ///< the country in words
    QString birthPlaceText;   ///< a town's name
    QString birthPostalCode;

    QString roleCode;      ///< the register's code; empty when it has none
    QString otherRoleCode; ///< of a second position in the same entry
    QString function;      ///< position in the register's words
    RoleStanding standing = RoleStanding::Ambiguous;
    bool individual = true; ///< false: a company that no human representative was found for
    bool active = true;
    bool resigned = false; ///< still listed, but gone
    bool doubtful = false; ///< what is written of being active or having resigned cannot be read
    bool masked = false;   ///< the register withholds the values from this account

    friend bool operator==(const OfficerRecord&, const OfficerRecord&) = default;
};

} // namespace proconnect::certification
