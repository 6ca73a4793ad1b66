// SPDX-License-Identifier: MIT
#include "core/certification/Certifier.h"

#include "core/certification/BirthCriteria.h"
#include "core/certification/NameCriteria.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

bool masked(const OfficerRecord& officer)
{
    const auto isMask = [](const QString& value) {
        return value.contains(QLatin1String("[ND]"), Qt::CaseInsensitive);
    };
    return officer.masked || isMask(officer.familyName) ||
           std::any_of(officer.givenNames.begin(), officer.givenNames.end(), isMask);
}

Finding gateFinding(const OfficerRecord& officer, const CompanyGate& gate)
{
    if (!gate.covered) {
        return {Weight::Excludes, "gate.not-covered"};
    }
    if (!gate.active) {
        return {Weight::Excludes, "gate.company-closed"};
    }
    if (!officer.individual) {
        return {Weight::Excludes, "gate.not-individual"};
    }
    if (!officer.active) {
        return {Weight::Excludes, "gate.inactive"};
    }
    if (officer.resigned) {
        return {Weight::Excludes, "gate.resigned"};
    }
    if (officer.standing == RoleStanding::DoesNotRepresent) {
        return {Weight::Excludes, "gate.role"};
    }
    if (masked(officer)) {
        return {Weight::Excludes, "gate.masked"};
    }
    if (gate.disputed) {
        return {Weight::Doubt, "gate.registers-disagree"};
    }
    if (officer.standing == RoleStanding::Ambiguous) {
        return {Weight::Doubt, "gate.role-ambiguous"};
    }
    return {Weight::Agrees, "gate.open"};
}

Certainty certaintyOf(const QList<Finding>& findings)
{
    const auto count = [&findings](Weight weight) {
        return std::count_if(findings.begin(), findings.end(),
                             [weight](const Finding& finding) { return finding.weight == weight; });
    };
    if (count(Weight::Excludes) > 0 || count(Weight::Contradiction) >= 2) {
        return Certainty::None;
    }
    if (count(Weight::Contradiction) + count(Weight::Doubt) + count(Weight::Missing) > 0) {
        return Certainty::Close;
    }
    return Certainty::Certified;
}

} // namespace

Verdict assess(const FranceConnectIdentity& person, const OfficerRecord& officer, const CompanyGate& gate,
               const QDate& today)
{
    const Finding entry = gateFinding(officer, gate);
    if (entry.weight == Weight::Excludes) {
        return {Certainty::None, {entry}};
    }
    const Finding family = compareFamilyNames(person, officer);
    const GivenNamesFinding given = compareGivenNames(person, officer);
    const Finding date = compareBirthDates(person, officer, today);
    const Finding gender = compareGenders(person, officer);
    const Finding place = compareBirthPlaces(person, officer, given.agreeingNames);

    QList<Finding> findings{entry, family, given.finding, date, gender, place};
    const auto missing = [](const Finding& finding) { return finding.weight == Weight::Missing ? 1 : 0; };
    if (missing(family) + missing(given.finding) + missing(date) >= 2) {
        // Nobody can tell from one of the three whether a human should look: it would be everyone's namesake.
        findings.append({Weight::Excludes, "evidence.too-little"});
    }
    if (given.onlyNear && gender.weight == Weight::Contradiction) {
        // Twins: Julien and Julie, Daniel and Danielle.
        findings.append({Weight::Excludes, "given.near-other-gender"});
    }
    return {certaintyOf(findings), findings};
}

Assessment assessAll(const FranceConnectIdentity& person, const QList<OfficerRecord>& officers,
                     const CompanyGate& gate, const QDate& today)
{
    Assessment best{{Certainty::None, {{Weight::Excludes, "gate.no-officer"}}}, std::nullopt};
    for (const OfficerRecord& officer : officers) {
        Verdict verdict = assess(person, officer, gate, today);
        if (!best.officer || verdict.certainty < best.verdict.certainty) {
            best = {std::move(verdict), officer};
        }
    }
    return best;
}

} // namespace proconnect::certification
