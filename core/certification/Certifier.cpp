// SPDX-License-Identifier: MIT
#include "core/certification/Certifier.h"

#include "core/certification/BirthCriteria.h"
#include "core/certification/NameCriteria.h"
#include "core/certification/Roles.h"

#include <algorithm>
#include <cstdint>

namespace proconnect::certification {
namespace {

Finding gateFinding(const OfficerSide& side, const CompanyGate& gate)
{
    const OfficerRecord& officer = side.record;
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
    if (side.masked) {
        return {Weight::Excludes, "gate.masked"};
    }
    if (officer.doubtful) {
        return {Weight::Doubt, "gate.office-unreadable"};
    }
    if (gate.disputed) {
        return {Weight::Doubt, "gate.registers-disagree"};
    }
    if (officer.standing == RoleStanding::Ambiguous) {
        return {Weight::Doubt, "gate.role-ambiguous"};
    }
    return {Weight::Agrees, "gate.open"};
}

Certainty certaintyOf(const Verdict& verdict)
{
    // How many findings have each weight, eight bits for one.
    const auto one = [](Weight weight) { return std::uint64_t{1} << 8U * static_cast<unsigned>(weight); };
    std::uint64_t counts = 0;
    for (const Finding& finding : verdict.findings) {
        counts += one(finding.weight);
    }
    if (counts >= 2 * one(Weight::Contradiction)) { // two of them, or one that excludes
        return Certainty::None;
    }
    return counts >= one(Weight::Missing) ? Certainty::Close : Certainty::Certified;
}

/// Twins: Julien and Julie, Daniel and Danielle. Where the register knows no gender, the ending of the name
/// is all that tells them apart.
bool perhapsTwins(const GivenNamesFinding& given, const Finding& gender)
{
    return given.onlyNear && (gender.weight == Weight::Contradiction ||
                              (given.byGenderOnly && gender.weight != Weight::Agrees));
}

/// Mayotte wrote down its people anew from 2000 on, and many of their birth dates are presumed.
bool isPresumed(const CivilDate& birth, const BirthPlace& place)
{
    return birth.day == 1 && birth.month == 1 && (place.commune.isIn("976") || place.commune.isIn("985"));
}

Finding birthDateFinding(const IdentitySide& person, const OfficerSide& officer, const CivilDate& today)
{
    const bool inFrance =
        person.place.inFrance() && !person.place.territoryDoubtful && !isPresumed(person.birth, person.place);
    const Finding finding = compareBirthDates(person.birth, officer.record.birthDate, inFrance, today);
    if (!person.otherBirth) {
        return finding;
    }
    // Of two dates for one person, a register that has either of them is to be looked at, and proves nothing.
    const bool either =
        finding.weight == Weight::Agrees ||
        (finding.weight == Weight::Excludes && person.otherBirth->mayBe(officer.record.birthDate));
    return either ? Finding{Weight::Doubt, "date.contested"} : finding;
}

/// The positions that the register says, or may say, the person left. An entry in office in one of them
/// contradicts it.
PositionSet positionsLeft(const IdentitySide& person, const QList<OfficerRecord>& officers,
                          const CompanyGate& gate, const CivilDate& today)
{
    PositionSet left;
    for (const OfficerRecord& entry : officers) {
        if (!(entry.resigned || !entry.active || entry.doubtful)) {
            continue;
        }
        OfficerRecord asHeld = entry;
        asHeld.active = true;
        asHeld.resigned = false;
        if (assess(person, OfficerSide(asHeld), gate, today).certainty != Certainty::None) {
            left.add(entry);
        }
    }
    return left;
}

} // namespace

Verdict assess(const IdentitySide& person, const OfficerSide& officer, const CompanyGate& gate,
               const CivilDate& today)
{
    Verdict verdict;
    verdict.findings.append(gateFinding(officer, gate));
    if (verdict.findings.last().weight == Weight::Excludes) {
        return verdict;
    }
    const NamePair names{person, officer};
    const GivenNamesFinding given = compareGivenNames(names);
    const Finding gender = compareGenders(person.gender, officer.record.gender);
    Finding where = compareBirthPlaces(person.place, officer.place, person.birth);
    if (where.weight == Weight::Missing && agreeingNames(names, given.shared) >= 2) {
        where = {Weight::Neutral, "place.unknown.names"};
    }

    verdict.findings.append(
        {compareFamilyNames(names), given.finding, birthDateFinding(person, officer, today), gender, where});
    const auto* const family = verdict.findings.begin() + 1;
    const auto missing = std::count_if(family, family + 3, // with given names and birth date
                                       [](const Finding& any) { return any.weight == Weight::Missing; });
    if (missing >= 2) {
        // Nobody can tell from one of the three whether a human should look: it would be everyone's namesake.
        verdict.findings.append({Weight::Excludes, "evidence.too-little"});
    }
    if (given.registerHasMore && !person.place.inFrance()) {
        // FranceConnect knows every civil name. Where a country is all that is known of the birth place,
        // names that only the register knows are a namesake's too often.
        verdict.findings.append({Weight::Doubt, "given.more-abroad"});
    }
    if (perhapsTwins(given, gender)) {
        verdict.findings.append({Weight::Excludes, "given.near-other-gender"});
    }
    verdict.certainty = certaintyOf(verdict);
    return verdict;
}

Verdict assess(const FranceConnectIdentity& person, const OfficerRecord& officer, const CompanyGate& gate,
               const CivilDate& today)
{
    return assess(IdentitySide(person), OfficerSide(officer), gate, today);
}

Assessment assessAll(const FranceConnectIdentity& person, const QList<OfficerRecord>& officers,
                     const CompanyGate& gate, const QDate& today)
{
    Assessment best{{Certainty::None, {{Weight::Excludes, "gate.no-officer"}}}, std::nullopt};
    const IdentitySide identity(person);
    const CivilDate day = CivilDate::of(today);
    std::optional<PositionSet> left; // once an entry certifies
    bool alsoGone = false;           // from the position of the best
    for (const OfficerRecord& officer : officers) {
        Verdict verdict = assess(identity, OfficerSide(officer), gate, day);
        const bool certified = verdict.certainty == Certainty::Certified;
        if (certified && !left) {
            left = positionsLeft(identity, officers, gate, day);
        }
        const bool contradicted = certified && left->mayHold(officer);
        if (!best.officer || verdict.certainty < best.verdict.certainty ||
            (certified && alsoGone && !contradicted)) {
            best = {std::move(verdict), officer};
            alsoGone = contradicted;
        }
    }
    if (alsoGone) {
        best.verdict.findings.append({Weight::Doubt, "gate.also-gone"});
        best.verdict.certainty = Certainty::Close;
    }
    return best;
}

} // namespace proconnect::certification
