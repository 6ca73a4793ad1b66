// SPDX-License-Identifier: MIT
#include "service/companies/MandateStanding.h"

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

bool isHidden(const OfficerRecord& officer)
{
    return certification::OfficerSide(officer).masked;
}

bool isPerson(const OfficerPrints& stored, const OfficerPrints& prints)
{
    return stored.sameAs(prints) || stored.isPersonOf(prints);
}

/// What the officers who may represent the company say together.
struct Comparison
{
    bool same = false;        ///< the stored entry, in a role that represents and that no other entry ends
    bool gone = false;        ///< the person, listed as somebody who left
    bool resembling = false;  ///< one like it, or the same that perhaps does not represent, or no longer
    bool hidden = false;      ///< names that this account may not see
    bool unreachable = false; ///< a company whose human representative was not found
};

Comparison compare(const MandateRecord& record, const QList<OfficerRecord>& officers, const ServiceKeys& keys)
{
    Comparison result;
    QStringList held; // roles
    QStringList left;
    for (const OfficerRecord& officer : officers) {
        if (!inOffice(officer)) {
            const bool ended = officer.individual && (officer.resigned || !officer.active);
            if (ended && isPerson(record.prints, OfficerPrints::of(keys, record.mandate.siren, officer))) {
                left.append(officer.roleCode);
            }
            continue;
        }
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
            held.append(officer.roleCode);
        }
        result.resembling = result.resembling || same || record.prints.resembles(prints);
    }
    result.gone = !left.isEmpty();
    result.same =
        std::any_of(held.begin(), held.end(), [&left](const QString& role) { return !left.contains(role); });
    return result;
}

} // namespace

MandateStanding standingOf(const MandateRecord& record, const CompanyFile& file, const ServiceKeys& keys)
{
    if (!file.gate.active) {
        return MandateStanding::Ended;
    }
    if (!file.gate.covered || file.gate.disputed) {
        return MandateStanding::ToConfirm;
    }
    const Comparison found = compare(record, file.officers, keys);
    if (found.same) {
        return MandateStanding::Holds;
    }
    if (file.onlyYes || found.hidden) {
        return MandateStanding::Unknown;
    }
    // Two registers write the same person differently: the prints of one say nothing against the other,
    // unless it names the person among those who left.
    const bool anotherRegister = file.source != record.mandate.source && !found.gone;
    return anotherRegister || found.resembling || found.unreachable ? MandateStanding::ToConfirm
                                                                    : MandateStanding::Ended;
}

bool showsWhoLeads(const CompanyFile& file)
{
    return !file.gate.disputed && !file.onlyYes &&
           std::none_of(file.officers.begin(), file.officers.end(), [](const OfficerRecord& officer) {
               return inOffice(officer) && (!officer.individual || officer.doubtful || isHidden(officer));
           });
}

} // namespace proconnect::service
