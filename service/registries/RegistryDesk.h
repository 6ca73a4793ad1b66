// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Certifier.h"
#include "service/registries/Registry.h"
#include "service/registries/RegistryPlan.h"

namespace proconnect::service {

/// What the registers say together of one company.
struct CompanyFile
{
    RegisteredCompany company;
    certification::CompanyGate gate;
    RegistrySource source = RegistrySource::Sirene; ///< where the officers come from
    bool gap =
        false; ///< the first choice does not say all: a company could not be followed, or a branch read
    bool withoutSirene = false; ///< SIRENE is silent, which might object to the company
    bool secondChoice = false;  ///< the officers come from the fallback, which at times lags behind
    QList<certification::OfficerRecord> officers; ///< none when the gate is shut

    /// Whether a register that has the say is silent as a whole: what it said before, this does not take
    /// back.
    [[nodiscard]] bool registerSilent() const { return withoutSirene || secondChoice; }
    /// Whether something that was asked for is silent: what this says can only be yes.
    [[nodiscard]] bool onlyYes() const { return gap || registerSilent(); }
};

/// Asks the registers that RegistryPlan names, SIRENE first: it says what the company is. A word of SIRENE
/// that the company ceased is final. Where two registers contradict each other about the company (one says
/// struck off, does not have it, or their legal forms are of different families), the gate is disputed: a
/// doubt. While SIRENE is silent, which might dispute it, only a yes of the RNE counts, and so it is where
/// the RNE could not say all. An empty list of officers, or an incomplete one, does not lead to the fallback:
/// it is an answer.
class RegistryDesk
{
public:
    RegistryDesk(Registry& sirene, Registry& rne, Registry& rcs) : m_sirene(sirene), m_rne(rne), m_rcs(rcs) {}

    /// Failures: SirenUnknown, RegistryUnavailable.
    [[nodiscard]] Outcome<CompanyFile> consult(const SirenNumber& siren);

private:
    [[nodiscard]] Registry& registry(RegistrySource source);
    [[nodiscard]] Outcome<CompanyFile> consultOfficers(const SirenNumber& siren, RegistryAnswer sirene,
                                                       const RegistryPlan& plan);
    [[nodiscard]] Outcome<CompanyFile> consultFallback(const SirenNumber& siren, CompanyFile file,
                                                       RegistrySource fallback);
    [[nodiscard]] Outcome<CompanyFile> consultWithoutSirene(const SirenNumber& siren);

    Registry& m_sirene;
    Registry& m_rne;
    Registry& m_rcs;
};

} // namespace proconnect::service
