// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/EstablishmentDesk.h"
#include "service/registries/InseeClient.h"
#include "service/registries/RcsRegistry.h"
#include "service/registries/RneRegistry.h"
#include "service/registries/SingleFlightRegistry.h"
#include "service/registries/SireneRegistry.h"

namespace proconnect::service {

/// The registers put together, one of each, for the whole life of the program.
class RegistryParts
{
public:
    RegistryParts(HttpClient& http, const Clock& clock, const ServiceConfig& config)
        : m_insee(http, clock, config.insee), m_sirene(m_insee, clock),
          m_rne(http, clock, config.rne, m_oneSirene), m_rcs(http, clock, config.rcs)
    {}

    [[nodiscard]] RegistryDesk& desk() { return m_desk; }
    [[nodiscard]] Registry& sirene() { return m_oneSirene; }
    [[nodiscard]] EstablishmentDesk& establishments() { return m_establishments; }
    [[nodiscard]] InseeClient& insee() { return m_insee; }

private:
    InseeClient m_insee;
    SireneRegistry m_sirene;
    SingleFlightRegistry m_oneSirene{m_sirene};
    RneRegistry m_rne;
    RcsRegistry m_rcs;
    SingleFlightRegistry m_oneRne{m_rne};
    SingleFlightRegistry m_oneRcs{m_rcs};
    RegistryDesk m_desk{m_oneSirene, m_oneRne, m_oneRcs};
    EstablishmentDesk m_establishments{m_sirene, m_oneRne};
};

} // namespace proconnect::service
