// SPDX-License-Identifier: MIT
#include "service/registries/SoleOffices.h"

#include "core/certification/Roles.h"
#include "core/certification/SamePerson.h"
#include "core/model/BusinessNumbers.h"

#include <algorithm>
#include <array>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;

/// An office that one at a time can hold, and those that nobody holds beside it: the same by another code, or
/// the head of another kind of company or board. Codes of the RNE.
struct SoleOffice
{
    int code;
    std::array<int, 17> rivals; ///< 0: none
};

constexpr int allManagers = 28;
constexpr int partnerManager = 29;
constexpr int manager = 30;
constexpr int liquidator = 40;
constexpr int boardChair = 51;
constexpr int executiveBoardChair = 52;
constexpr int chiefExecutive = 53;
constexpr int chairAndChiefExecutive = 60;
constexpr int soleExecutive = 69;
constexpr int sasChair = 73;
constexpr int provisionalAdministrator = 98;
constexpr int chair = 205;

// Whoever represents a company.
constexpr std::array everyHead{28, 29, 30, 52, 53, 60, 66, 67, 69, 70, 73, 201, 204, 205, 206, 214, 215};

constexpr auto soleOffices = std::to_array<SoleOffice>({
    {executiveBoardChair, {soleExecutive, sasChair, allManagers, partnerManager, manager}},
    {chairAndChiefExecutive,
     {boardChair, chiefExecutive, executiveBoardChair, soleExecutive, sasChair, allManagers, partnerManager,
      manager}},
    {soleExecutive, {sasChair, allManagers, partnerManager, manager}},
    {sasChair, {chair, allManagers, partnerManager, manager}},
    // Once there is one, nobody else represents the company.
    {liquidator, everyHead},
    {provisionalAdministrator, everyHead},
});

/// Beyond doubt: of whom it is noted that they left, perhaps, may be the one who did.
bool inOffice(const OfficerRecord& entry)
{
    return entry.active && !entry.resigned && !entry.doubtful;
}

/// By its code, or by its words where there is none, or none but "other".
int roleOf(const QString& code, const QString& function)
{
    constexpr int other = 99;
    const int number = code.toInt();
    return number == 0 || number == other ? certification::writtenRoleCode(function) : number;
}

/// One who holds an office: a person, a company, or a company and the person whom its entry names.
struct Holder
{
    OfficerRecord* entry;
    QString siren; ///< empty for a person
    int role = roleOf(entry->roleCode, entry->function);
    int otherRole = entry->otherRoleCode.toInt();

    [[nodiscard]] bool holds(int office) const { return role == office || otherRole == office; }
    [[nodiscard]] bool holdsRivalOf(const SoleOffice& office) const
    {
        return std::any_of(office.rivals.begin(), office.rivals.end(),
                           [this](int rival) { return rival != 0 && holds(rival); });
    }

    [[nodiscard]] bool maybe(const Holder& other) const
    {
        const auto mine = SirenNumber::parse(siren);
        const auto theirs = SirenNumber::parse(other.siren);
        return (mine && theirs && *mine == *theirs) || certification::mayBeSamePerson(*entry, *other.entry);
    }
};

void doubtShared(const QList<Holder>& all)
{
    QList<OfficerRecord*> doubtful;
    for (const SoleOffice& office : soleOffices) {
        const auto first = std::find_if(all.begin(), all.end(),
                                        [&office](const Holder& any) { return any.holds(office.code); });
        if (first == all.end()) {
            continue;
        }
        QList<OfficerRecord*> holders;
        bool shared = false;
        for (const Holder& any : all) {
            if (any.holds(office.code) || any.holdsRivalOf(office)) {
                holders.append(any.entry);
                shared = shared || (any.entry != first->entry && !any.maybe(*first));
            }
        }
        doubtful.append(shared ? holders : QList<OfficerRecord*>());
    }
    for (OfficerRecord* entry : doubtful) {
        entry->doubtful = true;
    }
}

QList<Holder> holdersOf(QList<OfficerRecord>& officers)
{
    QList<Holder> holders;
    for (OfficerRecord& officer : officers) {
        if (inOffice(officer)) {
            holders.append(Holder{&officer, QString()});
        }
    }
    return holders;
}

} // namespace

void doubtSharedOffices(QList<OfficerRecord>& officers)
{
    doubtShared(holdersOf(officers));
}

void doubtSharedOffices(RneContent& content)
{
    QList<Holder> all = holdersOf(content.officers);
    for (CompanyOfficer& company : content.companyOfficers) {
        if (inOffice(company.position)) {
            all.append(Holder{&company.position, company.siren});
        }
    }
    doubtShared(all);
}

} // namespace proconnect::service
