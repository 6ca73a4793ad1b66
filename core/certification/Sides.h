// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/BirthPlace.h"
#include "core/certification/FoldedText.h"
#include "core/certification/OfficerRecord.h"
#include "core/model/FranceConnectIdentity.h"

#include <optional>

namespace proconnect::certification {

/// The identity made ready to be compared with any number of officers. Refers to what it was made of.
struct IdentitySide
{
    explicit IdentitySide(const FranceConnectIdentity& identity);
    explicit IdentitySide(FranceConnectIdentity&&) = delete;

    const FranceConnectIdentity& claims;
    FoldedText family;
    FoldedText given; ///< where FranceConnect gave only the joined text, its spaces are no certain ends
    RegisteredGender gender = RegisteredGender::Unknown;
    CivilDate birth;                     ///< its provider's date where that one says that parts are unknown
    std::optional<CivilDate> otherBirth; ///< its provider says another date, or (absent) one nobody can read
    BirthPlace place;
};

/// A register's entry made ready to be compared. Refers to what it was made of.
struct OfficerSide
{
    explicit OfficerSide(const OfficerRecord& officer);
    explicit OfficerSide(OfficerRecord&&) = delete;

    const OfficerRecord& record;
    FoldedText family;
    FoldedText given;
    BirthPlace place;
    bool masked = false; ///< a value that is compared is withheld
};

} // namespace proconnect::certification
