// SPDX-License-Identifier: MIT
#include "service/registries/RegistryDesk.h"

namespace proconnect::service {
namespace {

using State = RegisteredCompany::State;

bool closed(const RegisteredCompany& company)
{
    return company.state == State::Closed || company.state == State::Duplicate;
}

/// Legal forms of one family have the same two first digits: 5498 is 5499, 5720 is 5710, as registers that
/// tell one-person companies apart or not write them.
bool sameFamily(const QString& form, const QString& other)
{
    return form.isEmpty() || other.isEmpty() || form.left(2) == other.left(2);
}

CompanyFile shutFile(const RegistryAnswer& answer)
{
    CompanyFile file;
    file.company = answer.company;
    file.source = answer.source;
    file.gate.active = !closed(answer.company);
    file.gate.covered = planFor(certification::coverageOf(answer.company.legalForm)).officers.has_value();
    return file;
}

/// SIRENE's word on the company, completed by what only the other register says.
RegisteredCompany merged(RegisteredCompany company, const RegisteredCompany& other)
{
    company.name = company.name.isEmpty() ? other.name : company.name;
    company.address = company.address.isEmpty() ? other.address : company.address;
    if (company.establishments.isEmpty()) {
        company.establishments = other.establishments;
    }
    return company;
}

} // namespace

Registry& RegistryDesk::registry(RegistrySource source)
{
    switch (source) {
    case RegistrySource::Sirene:
        return m_sirene;
    case RegistrySource::Rne:
        return m_rne;
    case RegistrySource::Rcs:
        break;
    }
    return m_rcs;
}

Outcome<CompanyFile> RegistryDesk::consult(const SirenNumber& siren)
{
    auto sirene = m_sirene.lookup(siren);
    if (!sirene) {
        return sirene.failure().code == FailureCode::SirenUnknown ? Outcome<CompanyFile>(sirene.failure())
                                                                  : consultWithoutSirene(siren);
    }
    RegistryAnswer& answer = sirene.value();
    if (closed(answer.company)) {
        CompanyFile file = shutFile(answer);
        file.gate.covered = true; // what matters of a closed company is that it is closed
        return file;
    }
    const RegistryPlan& plan = planFor(certification::coverageOf(answer.company.legalForm));
    if (!plan.officers) {
        return shutFile(answer);
    }
    if (plan.officers == RegistrySource::Sirene) {
        CompanyFile file = shutFile(answer);
        file.gate.disputed = answer.company.state == State::Unknown;
        file.officers = std::move(answer.officers);
        return file;
    }
    return consultOfficers(siren, std::move(answer), plan);
}

Outcome<CompanyFile> RegistryDesk::consultOfficers(const SirenNumber& siren, RegistryAnswer sirene,
                                                   const RegistryPlan& plan)
{
    CompanyFile file = shutFile(sirene);
    file.source = *plan.officers;
    file.gate.disputed = sirene.company.state == State::Unknown;
    auto officers = registry(*plan.officers).lookup(siren);
    if (!officers && officers.failure().code == FailureCode::SirenUnknown) {
        file.gate.disputed = true; // SIRENE knows it: one that lost a whole company does not say who leads it
        return file;
    }
    if (!officers) {
        return plan.fallback ? consultFallback(siren, std::move(file), *plan.fallback)
                             : Outcome<CompanyFile>(officers.failure());
    }
    file.gap = officers.value().incomplete;
    const RegisteredCompany& other = officers.value().company;
    file.gate.disputed = file.gate.disputed || other.state != State::Active ||
                         !sameFamily(sirene.company.legalForm, other.legalForm);
    file.company = merged(std::move(sirene.company), other);
    file.officers = std::move(officers.value().officers);
    return file;
}

Outcome<CompanyFile> RegistryDesk::consultFallback(const SirenNumber& siren, CompanyFile file,
                                                   RegistrySource fallback)
{
    auto officers = registry(fallback).lookup(siren);
    if (!officers) {
        return Failure{
            FailureCode::RegistryUnavailable, QStringLiteral("the first choice does not answer"), {}};
    }
    file.source = fallback;
    file.secondChoice = true;
    file.officers = std::move(officers.value().officers);
    return file;
}

Outcome<CompanyFile> RegistryDesk::consultWithoutSirene(const SirenNumber& siren)
{
    auto rne = m_rne.lookup(siren);
    // What SIRENE would dispute, the RNE cannot say alone: that the company ceased, perhaps, or is not
    // covered.
    const bool decisive = rne && rne.value().company.state == State::Active &&
                          !rne.value().company.legalForm.isEmpty() &&
                          planFor(certification::coverageOf(rne.value().company.legalForm)).withoutSirene;
    if (!decisive) {
        return Failure{
            FailureCode::RegistryUnavailable, QStringLiteral("SIRENE is needed and does not answer"), {}};
    }
    CompanyFile file = shutFile(rne.value());
    file.withoutSirene = true;
    file.gap = rne.value().incomplete;
    file.officers = std::move(rne.value().officers);
    return file;
}

} // namespace proconnect::service
