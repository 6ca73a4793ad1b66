// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/EstablishmentDesk.h"
#include "service/registries/InseeClient.h"
#include "service/registries/Registry.h"

namespace proconnect::service {

/// Insee's SIRENE, restricted data. A unit closed as a duplicate is an answer, State::Duplicate.
class SireneRegistry final : public Registry, public EstablishmentSource
{
public:
    explicit SireneRegistry(InseeClient& insee) : m_insee(insee) {}

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;
    /// At most the first thousand.
    [[nodiscard]] Outcome<QList<Establishment>> establishments(const SirenNumber& siren) override;

private:
    InseeClient& m_insee;
};

} // namespace proconnect::service
