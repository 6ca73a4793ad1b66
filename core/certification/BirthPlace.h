// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CivilDate.h"
#include "core/certification/CommuneCode.h"
#include "core/certification/CountryCodes.h"
#include "core/certification/OfficerRecord.h"
#include "core/model/FranceConnectIdentity.h"

#include <QString>

#include <string>
#include <string_view>

namespace proconnect::certification {

/// A birth place as one side writes it, in one form for all.
struct BirthPlace
{
    CountryNumber country = 0; ///< 0: not said, or not readable
    CommuneCode commune;       ///< absent: not said, or abroad
    std::string_view part;     ///< of overseas France, where the country says so: what its codes begin with
    QStringView written;       ///< the commune's code as it stands
    QStringView text;          ///< a town's name
    std::string name;          ///< the same, folded
    QStringView postalCode;
    bool countryUnreadable = false; ///< something is written that names no country
    bool placeUnreadable = false; ///< something is written that is no commune's code, no town, no postal code
    bool disagrees = false;       ///< the same side names two countries, or two places
    bool countryAssumed = false;  ///< only the commune's code says France
    bool silentMeansFrance = false; ///< this register leaves the country empty for France only
    bool withheld = false;          ///< a mask stands where the place belongs
    bool territoryDoubtful = false; ///< a code of a former territory that today's France may also bear

    [[nodiscard]] bool inFrance() const { return country == franceNumber; }
    [[nodiscard]] bool silent() const { return country == 0 && commune.absent() && text.isEmpty(); }
    /// Whatever else can be read.
    [[nodiscard]] bool unreadable() const { return countryUnreadable || placeUnreadable; }

    /// Views point into `person`; `birth` tells births before an independence from later ones.
    [[nodiscard]] static BirthPlace of(const FranceConnectIdentity& person, const CivilDate& birth);
    [[nodiscard]] static BirthPlace of(const OfficerRecord& record);
};

} // namespace proconnect::certification
