// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RegistryDesk.h"

namespace proconnect::service {

/// A register's list of a company's establishments.
class EstablishmentSource
{
public:
    virtual ~EstablishmentSource() = default;

    /// Failure: RegistryUnavailable.
    [[nodiscard]] virtual Outcome<QList<Establishment>> establishments(const SirenNumber& siren) = 0;
};

/// Completes a company with its establishments: those of SIRENE, else those of the RNE. A register that does
/// not answer leaves the list empty: nothing is decided on it.
class EstablishmentDesk
{
public:
    EstablishmentDesk(EstablishmentSource& sirene, Registry& rne) : m_sirene(sirene), m_rne(rne) {}

    void complete(const SirenNumber& siren, RegisteredCompany& company);

private:
    EstablishmentSource& m_sirene;
    Registry& m_rne;
};

} // namespace proconnect::service
