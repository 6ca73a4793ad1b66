// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Certifier.h"

#include <QByteArray>
#include <QList>

namespace proconnect::certification {

/// One line of cases.json: an honest, identical pair, changed as the line says, and what it must give.
struct CertificationCase
{
    QByteArray name;
    FranceConnectIdentity person;
    OfficerRecord record;
    CompanyGate gate;
    Certainty expected = Certainty::None;
    QString reason; ///< a finding that must be among the reasons
};

/// Claire Hélène Fabre, born in Villeurbanne in 1982, as FranceConnect and the register both know her.
[[nodiscard]] FranceConnectIdentity honestPerson();
[[nodiscard]] OfficerRecord honestRecord();

/// Empty when the file cannot be read.
[[nodiscard]] QList<CertificationCase> certificationCases();

} // namespace proconnect::certification
