// SPDX-License-Identifier: MIT
#include "service/registries/CompanyTrail.h"

#include "core/certification/Roles.h"
#include "core/certification/SamePerson.h"

#include <algorithm>
#include <iterator>

namespace proconnect::service {
namespace {

using certification::OfficerRecord;
using State = RegisteredCompany::State;

constexpr int deepestCompany = 3;
constexpr qsizetype mostCompanies = 8;
// Entries that list each other a thousand times.
constexpr qsizetype mostFound = 2000;

bool isUnknown(const Failure& failure)
{
    return failure.code == FailureCode::SirenUnknown;
}

/// Whether the company lists somebody in office who left the same position, says another entry, or perhaps
/// says so. With very many who left, nobody here tells them apart.
bool isAlsoGone(const OfficerRecord& person, const CompanyTrail::People& gone)
{
    constexpr qsizetype mostGone = 100;
    certification::PositionSet left;
    for (const OfficerRecord& entry : gone) {
        if (gone.size() > mostGone || certification::mayBeSamePerson(person, entry)) {
            left.add(entry);
        }
    }
    return left.mayHold(person);
}

bool lists(const CompanyTrail::People& people, const OfficerRecord& person)
{
    return std::any_of(people.begin(), people.end(), [&person](const OfficerRecord& entry) {
        return certification::mayBeSamePerson(person, entry);
    });
}

/// An answer about this company alone, which may stay the same for ever.
bool isRefused(const Failure& failure)
{
    return failure.code == FailureCode::NotAllowed;
}

} // namespace

CompanyTrail::CompanyTrail(const SirenNumber& start, Rne rne, Registry& sirene)
    : m_rne(std::move(rne)), m_sirene(sirene)
{
    m_leading.insert(start.digits(), std::nullopt);
}

void CompanyTrail::follow(const QList<CompanyOfficer>& companies, int depth, People& officers)
{
    for (const CompanyOfficer& officer : companies) {
        const auto people = behind(officer, depth);
        if (!people) {
            m_incomplete = true;
            continue;
        }
        if (people.value()) {
            officers.append(*people.value());
        } else {
            officers.append(officer.position);
            officers.last().individual = false;
        }
    }
}

Outcome<CompanyTrail::Found> CompanyTrail::behind(const CompanyOfficer& officer, int depth)
{
    const auto siren = SirenNumber::parse(officer.siren);
    const bool named = officer.position.individual;
    if (!siren || depth > deepestCompany || m_found > mostFound || (!named && leadsToNobody(*siren))) {
        return Found();
    }
    const auto company = known(*siren);
    if (!company) {
        return company.failure();
    }
    if (!company.value().active) {
        return Found();
    }
    if (named) {
        OfficerRecord representative = officer.position;
        const bool left =
            lists(company.value().gone, representative) && !lists(company.value().people, representative);
        representative.doubtful = representative.doubtful || left;
        return Found(People{representative});
    }
    auto people = leading(*siren, company.value(), depth);
    if (!people || !people.value()) {
        return people;
    }
    m_found += people.value()->size();
    for (OfficerRecord& person : *people.value()) {
        // The position in the company asked for is that of the company officer.
        person.function = officer.position.function;
        person.roleCode = officer.position.roleCode;
        person.otherRoleCode = officer.position.otherRoleCode;
        person.doubtful = person.doubtful || officer.position.doubtful;
    }
    return people;
}

Outcome<CompanyTrail::Found> CompanyTrail::leading(const SirenNumber& siren, const Known& known, int depth)
{
    const QString& digits = siren.digits();
    if (const auto before = m_leading.constFind(digits); before != m_leading.constEnd()) {
        return *before;
    }
    if (!known.saysWhoLeads) {
        return Found();
    }
    m_leading.insert(digits, std::nullopt);
    People people = known.people;
    follow(known.companies, depth + 1, people);
    if (!people.isEmpty()) {
        m_leading.insert(digits, people);
    }
    return m_leading.value(digits);
}

bool CompanyTrail::leadsToNobody(const SirenNumber& siren) const
{
    const auto before = m_leading.constFind(siren.digits());
    return before != m_leading.constEnd() && !*before;
}

Outcome<CompanyTrail::Known> CompanyTrail::known(const SirenNumber& siren)
{
    const auto before = m_known.constFind(siren.digits());
    if (before != m_known.constEnd()) {
        return *before;
    }
    if (m_known.size() >= mostCompanies) {
        return Known();
    }
    if (m_incomplete) {
        return Failure{FailureCode::RegistryUnavailable, QStringLiteral("no answer a moment ago"), {}};
    }
    auto answer = ask(siren);
    if (answer) {
        m_known.insert(siren.digits(), answer.value());
    }
    return answer;
}

Outcome<CompanyTrail::Known> CompanyTrail::ask(const SirenNumber& siren)
{
    Known known;
    auto company = m_rne(siren);
    if (!company && !isUnknown(company.failure())) {
        return company.failure();
    }
    if (company) {
        if (company.value().answer.company.state != State::Active) {
            return known;
        }
        // One of which the RNE does not say, or not wholly, who leads it answered so: it leads to nobody.
        known.saysWhoLeads = !company.value().answer.incomplete;
        known.companies = std::move(company.value().companyOfficers);
        // Who left that company has no position in what it leads.
        const People& people = company.value().answer.officers;
        std::partition_copy(people.begin(), people.end(), std::back_inserter(known.people),
                            std::back_inserter(known.gone),
                            [](const OfficerRecord& person) { return person.active && !person.resigned; });
        for (OfficerRecord& person : known.people) {
            person.doubtful = person.doubtful || isAlsoGone(person, known.gone);
        }
    }
    // The RNE learns late, or never, that a company ceased; then nobody acts for it any more.
    const auto unit = m_sirene.lookup(siren);
    if (!unit && !isUnknown(unit.failure()) && !isRefused(unit.failure())) {
        return unit.failure();
    }
    known.active = unit && unit.value().company.state == State::Active;
    return known;
}

} // namespace proconnect::service
