// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Certifier.h"
#include "core/certification/LegalForms.h"
#include "service/registries/Registry.h"

namespace proconnect::service {

/// What the registers say together of one company.
struct CompanyFile
{
    RegisteredCompany company;
    certification::CompanyGate gate;
    RegistrySource source = RegistrySource::Sirene; ///< where the officers come from
    QList<certification::OfficerRecord> officers;   ///< none when the gate is shut
};

/// Chooses the registers to ask, by the legal form's code:
///
/// | legal form | SIRENE answers | SIRENE is unavailable |
/// | --- | --- | --- |
/// | sole trader (1000) | SIRENE | unavailable |
/// | covered company | RNE; RCS while the RNE is unavailable | RNE |
/// | 3220, never in the trade register | RNE | RNE |
/// | any other | not covered | not covered, when the RNE knows the form |
///
/// An empty list of officers in the RNE does not lead to the RCS: it is an answer.
class RegistryDesk
{
public:
    RegistryDesk(Registry& sirene, Registry& rne, Registry& rcs) : m_sirene(sirene), m_rne(rne), m_rcs(rcs) {}

    /// Failures: SirenUnknown, RegistryUnavailable.
    [[nodiscard]] Outcome<CompanyFile> consult(const SirenNumber& siren);

private:
    [[nodiscard]] Outcome<CompanyFile> consultOfficers(const SirenNumber& siren, RegistryAnswer sirene,
                                                       bool tradeRegisterToo);
    [[nodiscard]] Outcome<CompanyFile> consultWithoutSirene(const SirenNumber& siren);

    Registry& m_sirene;
    Registry& m_rne;
    Registry& m_rcs;
};

} // namespace proconnect::service
