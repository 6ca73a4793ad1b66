// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"
#include "service/registries/SingleFlight.h"

namespace proconnect::service {

/// A register that is asked about one SIREN once at a time.
class SingleFlightRegistry final : public Registry
{
public:
    explicit SingleFlightRegistry(Registry& registry) : m_registry(registry) {}

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override
    {
        return m_flight.ask(siren, [&] { return m_registry.lookup(siren); });
    }

private:
    Registry& m_registry;
    SingleFlight<RegistryAnswer> m_flight;
};

} // namespace proconnect::service
