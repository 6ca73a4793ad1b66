// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Sides.h"
#include "core/certification/Verdict.h"
#include "core/model/FranceConnectIdentity.h"

#include <QDate>
#include <QList>

#include <optional>

namespace proconnect::certification {

/// What is known of the company itself. In order unless a register says otherwise.
struct CompanyGate
{
    bool covered = true;
    bool active = true;
    bool disputed = false; ///< the registers contradict each other about the company: a doubt
};

/// The verdict on one officer, of which both sides were made ready.
[[nodiscard]] Verdict assess(const IdentitySide& person, const OfficerSide& officer, const CompanyGate& gate,
                             const CivilDate& today);

/// The verdict on one officer. `today` bounds plausible birth dates.
[[nodiscard]] Verdict assess(const FranceConnectIdentity& person, const OfficerRecord& officer,
                             const CompanyGate& gate, const CivilDate& today);

/// The best verdict over all officers of a company.
struct Assessment
{
    Verdict verdict;
    std::optional<OfficerRecord> officer; ///< the one it is about; nothing when there was none to compare
};

/// No officer at all gives None with "gate.no-officer". Among equal verdicts the first officer stays. Listed
/// once more, as gone from the same position, is a doubt.
[[nodiscard]] Assessment assessAll(const FranceConnectIdentity& person, const QList<OfficerRecord>& officers,
                                   const CompanyGate& gate, const QDate& today);

} // namespace proconnect::certification
