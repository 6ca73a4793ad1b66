// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Certifier.h"

#include <QList>

namespace proconnect::certification {

/// One line of the table: how a pair differs from an honest, identical one, and what it must give.
struct CertificationCase
{
    const char* name;
    void (*change)(FranceConnectIdentity&, OfficerRecord&, CompanyGate&);
    Certainty expected;
    const char* reason; ///< a finding that must be among the reasons
};

/// Claire Hélène Fabre, born in Villeurbanne in 1982, as FranceConnect and the register both know her.
[[nodiscard]] FranceConnectIdentity honestPerson();
[[nodiscard]] OfficerRecord honestRecord();

[[nodiscard]] QList<CertificationCase> certificationCases();

} // namespace proconnect::certification
