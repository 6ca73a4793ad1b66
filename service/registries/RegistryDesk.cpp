// SPDX-License-Identifier: MIT
#include "service/registries/RegistryDesk.h"

namespace proconnect::service {
namespace {

using certification::Coverage;
using State = RegisteredCompany::State;

bool closed(const RegisteredCompany& company)
{
    return company.state == State::Closed || company.state == State::Duplicate;
}

CompanyFile shutFile(const RegistryAnswer& answer)
{
    CompanyFile file;
    file.company = answer.company;
    file.source = answer.source;
    file.gate.active = !closed(answer.company);
    file.gate.covered = certification::coverageOf(answer.company.legalForm) != Coverage::NotCovered;
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
    switch (certification::coverageOf(answer.company.legalForm)) {
    case Coverage::NotCovered:
        return shutFile(answer);
    case Coverage::Sirene: {
        CompanyFile file = shutFile(answer);
        file.gate.disputed = answer.company.state == State::Unknown;
        file.officers = std::move(answer.officers);
        return file;
    }
    case Coverage::RneThenRcs:
        return consultOfficers(siren, std::move(answer), true);
    case Coverage::RneOnly:
        break;
    }
    return consultOfficers(siren, std::move(answer), false);
}

Outcome<CompanyFile> RegistryDesk::consultOfficers(const SirenNumber& siren, RegistryAnswer sirene,
                                                   bool tradeRegisterToo)
{
    CompanyFile file = shutFile(sirene);
    file.source = RegistrySource::Rne;
    file.gate.disputed = sirene.company.state == State::Unknown;
    auto officers = m_rne.lookup(siren);
    if (!officers && officers.failure().code == FailureCode::RegistryUnavailable && tradeRegisterToo) {
        file.source = RegistrySource::Rcs;
        officers = m_rcs.lookup(siren);
    }
    if (!officers) {
        // A register that does not have the company names nobody.
        return officers.failure().code == FailureCode::SirenUnknown
                   ? Outcome<CompanyFile>(file)
                   : Outcome<CompanyFile>(officers.failure());
    }
    file.gate.disputed = file.gate.disputed || closed(officers.value().company);
    file.company = merged(std::move(sirene.company), officers.value().company);
    file.officers = std::move(officers.value().officers);
    return file;
}

Outcome<CompanyFile> RegistryDesk::consultWithoutSirene(const SirenNumber& siren)
{
    auto rne = m_rne.lookup(siren);
    const bool decisive = rne &&
                          certification::coverageOf(rne.value().company.legalForm) != Coverage::Sirene &&
                          !rne.value().company.legalForm.isEmpty();
    if (!decisive) {
        return Failure{
            FailureCode::RegistryUnavailable, QStringLiteral("SIRENE is needed and does not answer"), {}};
    }
    CompanyFile file = shutFile(rne.value());
    if (file.gate.active && file.gate.covered) {
        file.officers = std::move(rne.value().officers);
    }
    return file;
}

} // namespace proconnect::service
