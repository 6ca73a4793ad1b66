// SPDX-License-Identifier: MIT
#include "service/companies/MandateStanding.h"

#include "core/certification/NameWords.h"
#include "core/certification/Roles.h"
#include "core/certification/Sides.h"
#include "service/registries/RegistryDesk.h"

#include <algorithm>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;
using certification::RoleStanding;

bool inOffice(const OfficerRecord& officer)
{
    return officer.active && !officer.resigned && officer.standing != RoleStanding::DoesNotRepresent;
}

bool isUnsaid(const certification::FoldedText& name)
{
    return name.isEmpty() || certification::isPlaceholder(name);
}

/// Masked, or without two of family name, given names and birth date: a person whom this account may not
/// see, or whom nobody here can tell from another.
bool isHidden(const OfficerRecord& officer)
{
    const certification::OfficerSide side(officer);
    const int unsaid = (isUnsaid(side.family) ? 1 : 0) + (isUnsaid(side.given) ? 1 : 0) +
                       (officer.birthDate.absent() ? 1 : 0);
    return side.masked || unsaid >= 2;
}

bool hasEnded(const OfficerRecord& officer)
{
    return officer.resigned || !officer.active;
}

bool isPerson(const OfficerPrints& stored, const OfficerPrints& prints)
{
    return stored.sameAs(prints) || stored.isPersonOf(prints);
}

/// What the officers who may represent the company say together.
struct Comparison
{
    QList<QString> functions; ///< of the stored entry, in roles that represent and that no other entry ends
    bool gone = false;        ///< the person, listed as somebody who left
    bool resembling = false;  ///< one like it, or the same that perhaps does not represent, or no longer
    bool someone = false;     ///< in office
    bool hidden = false;      ///< names that this account may not see
    bool unreachable = false; ///< a company whose human representative was not found
};

Comparison compare(const MandateRecord& record, const QList<OfficerRecord>& officers, const ServiceKeys& keys)
{
    Comparison result;
    QList<const OfficerRecord*> held;
    certification::PositionSet left; // perhaps
    for (const OfficerRecord& officer : officers) {
        const bool mayHaveLeft = officer.individual && (hasEnded(officer) || officer.doubtful);
        if (mayHaveLeft && isPerson(record.prints, OfficerPrints::of(keys, record.mandate.siren, officer))) {
            left.add(officer);
            result.gone = result.gone || hasEnded(officer);
        }
        if (!inOffice(officer)) {
            continue;
        }
        result.someone = true;
        if (!officer.individual) {
            result.unreachable = true;
            continue;
        }
        const OfficerPrints prints = OfficerPrints::of(keys, record.mandate.siren, officer);
        const bool same = record.prints.sameAs(prints);
        if (!same && isHidden(officer)) {
            result.hidden = true;
            continue;
        }
        const bool represents = officer.standing == RoleStanding::Represents && !officer.doubtful;
        if (same && represents) {
            held.append(&officer);
        }
        result.resembling = result.resembling || same || record.prints.resembles(prints);
    }
    for (const OfficerRecord* position : held) {
        if (!left.mayHold(*position)) {
            result.functions.append(position->function);
        }
    }
    return result;
}

} // namespace

StandingToday standingOf(const MandateRecord& record, const CompanyFile& file, const ServiceKeys& keys)
{
    if (!file.gate.active) {
        return {MandateStanding::Ended, {}};
    }
    if (!file.gate.covered || file.gate.disputed) {
        return {MandateStanding::ToConfirm, {}};
    }
    const Comparison found = compare(record, file.officers, keys);
    if (!found.functions.isEmpty()) {
        // Of two, the one that is known; who is chair now and was manager is told to be chair.
        const QString& known = record.mandate.function;
        return {MandateStanding::Holds, found.functions.contains(known) ? known : found.functions.first()};
    }
    if (file.onlyYes() || found.hidden) {
        // What cannot be read of others does not silence what is written about the person.
        const bool told = !file.secondChoice && (found.gone || found.resembling);
        return {told ? MandateStanding::ToConfirm : MandateStanding::Unknown, {}};
    }
    // Two registers write the same person differently: the prints of one say nothing against the other,
    // unless it names the person among those who left.
    const bool anotherRegister = file.source != record.mandate.source && !found.gone;
    // Somebody leads every company that is active: a list of nobody shows no end but that of who is on it.
    const bool leadingUnsaid = !found.someone && !found.gone;
    const bool waits = anotherRegister || leadingUnsaid || found.resembling || found.unreachable;
    return {waits ? MandateStanding::ToConfirm : MandateStanding::Ended, {}};
}

bool showsWhoLeads(const CompanyFile& file)
{
    return !file.gate.disputed && !file.onlyYes() &&
           std::any_of(file.officers.begin(), file.officers.end(), inOffice) &&
           std::none_of(file.officers.begin(), file.officers.end(), [](const OfficerRecord& officer) {
               return inOffice(officer) && (!officer.individual || officer.doubtful || isHidden(officer));
           });
}

} // namespace proconnect::service
