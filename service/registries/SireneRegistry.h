// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/EstablishmentDesk.h"
#include "service/registries/InseeClient.h"
#include "service/registries/Registry.h"
#include "service/registries/SingleFlight.h"

namespace proconnect::service {

/// Insee's SIRENE, restricted data. A unit closed as a duplicate is an answer, State::Duplicate.
class SireneRegistry final : public Registry, public EstablishmentSource
{
public:
    SireneRegistry(InseeClient& insee, const Clock& clock) : m_insee(insee), m_clock(clock) {}

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;
    /// At most the first thousand. Asked for the same SIREN at once, one call serves all.
    [[nodiscard]] Outcome<QList<Establishment>> establishments(const SirenNumber& siren) override;

private:
    [[nodiscard]] Outcome<QList<Establishment>> askEstablishments(const SirenNumber& siren);

    InseeClient& m_insee;
    const Clock& m_clock;
    SingleFlight<QList<Establishment>> m_flight;
};

} // namespace proconnect::service
