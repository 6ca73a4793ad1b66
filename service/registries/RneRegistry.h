// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/registries/RegistryCall.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SingleFlight.h"

namespace proconnect::service {

/// INPI's national business register. Officers that are companies are followed to the humans who represent
/// them (CompanyTrail); one that leads to nobody stays among the officers as a company. What was said stands
/// where a company that is followed could not be asked: the answer is incomplete then. No company is asked
/// for twice at the same time.
class RneRegistry final : public Registry
{
public:
    RneRegistry(HttpClient& http, const Clock& clock, RegistryConfig config, Registry& sirene);

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;

private:
    [[nodiscard]] Outcome<CachedToken::Token> login();
    [[nodiscard]] Outcome<RneCompany> read(const SirenNumber& siren);
    [[nodiscard]] Outcome<RneCompany> ask(const SirenNumber& siren);

    HttpClient& m_http;
    const Clock& m_clock;
    RegistryConfig m_config;
    Registry& m_sirene;
    RegistryCall m_call;
    SingleFlight<RneCompany> m_flight;
};

} // namespace proconnect::service
