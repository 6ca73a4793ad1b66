// SPDX-License-Identifier: MIT
#include "service/registries/SoleOffices.h"

#include "core/certification/SamePerson.h"
#include "core/model/BusinessNumbers.h"

#include <algorithm>
#include <array>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;

// Codes of the RNE.
constexpr std::array soleOffices{"52", "60", "73"};

/// Beyond doubt: of whom it is noted that they left, perhaps, may be the one who did.
bool holds(const OfficerRecord& entry, QLatin1String office)
{
    return entry.active && !entry.resigned && !entry.doubtful &&
           (entry.roleCode == office || entry.otherRoleCode == office);
}

/// One who holds an office: a person, a company, or a company and the person whom its entry names.
struct Holder
{
    OfficerRecord* entry;
    QString siren; ///< empty for a person

    [[nodiscard]] bool maybe(const Holder& other) const
    {
        const auto mine = SirenNumber::parse(siren);
        const auto theirs = SirenNumber::parse(other.siren);
        return (mine && theirs && *mine == *theirs) || certification::mayBeSamePerson(*entry, *other.entry);
    }
};

} // namespace

void doubtSharedOffices(RneContent& content)
{
    for (const char* code : soleOffices) {
        const QLatin1String office(code);
        QList<Holder> holders;
        for (OfficerRecord& officer : content.officers) {
            if (holds(officer, office)) {
                holders.append(Holder{&officer, QString()});
            }
        }
        for (CompanyOfficer& company : content.companyOfficers) {
            if (holds(company.position, office)) {
                holders.append(Holder{&company.position, company.siren});
            }
        }
        const bool shared = std::any_of(holders.begin(), holders.end(), [&holders](const Holder& any) {
            return any.entry != holders.first().entry && !any.maybe(holders.first());
        });
        for (const Holder& holder : holders) {
            holder.entry->doubtful = holder.entry->doubtful || shared;
        }
    }
}

} // namespace proconnect::service
