// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"
#include "core/certification/Verdict.h"
#include "core/model/FranceConnectIdentity.h"

#include <QDate>

namespace proconnect::certification {

/// Birth dates: both complete, real and equal; two digits or day and month exchanged, a part unknown, or
/// 1 January of someone born abroad (often presumed) are doubts; otherwise different dates are different
/// people.
[[nodiscard]] Finding compareBirthDates(const FranceConnectIdentity& person, const OfficerRecord& record,
                                        const QDate& today);

/// Gender: absent or unspecified says nothing.
[[nodiscard]] Finding compareGenders(const FranceConnectIdentity& person, const OfficerRecord& record);

/// Birth places: commune for people born in France, country for the others. An unknown place is a doubt
/// unless two or more whole given names agree (`agreeingNames`).
[[nodiscard]] Finding compareBirthPlaces(const FranceConnectIdentity& person, const OfficerRecord& record,
                                         int agreeingNames);

} // namespace proconnect::certification
