// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/registries/Registry.h"
#include "service/registries/RegistryCall.h"

namespace proconnect::service {

/// The trade register through API Entreprise: officers only, nothing about the company.
class RcsRegistry final : public Registry
{
public:
    RcsRegistry(HttpClient& http, const Clock& clock, RegistryConfig config);

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;

private:
    RegistryConfig m_config;
    RegistryCall m_call;
};

} // namespace proconnect::service
