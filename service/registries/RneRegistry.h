// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/registries/RegistryCall.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SingleFlight.h"

#include <QHash>

#include <optional>

namespace proconnect::service {

/// INPI's national business register. Officers that are companies are followed to the humans who represent
/// them, at most three companies deep and eight in all; one that leads to nobody stays among the officers as
/// a company, and so does one that SIRENE does not say to be active. No company is asked for twice at the
/// same time.
class RneRegistry final : public Registry
{
public:
    RneRegistry(HttpClient& http, const Clock& clock, RegistryConfig config, Registry& sirene);

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;

private:
    [[nodiscard]] Outcome<CachedToken::Token> login();
    [[nodiscard]] Outcome<RneCompany> read(const SirenNumber& siren);
    [[nodiscard]] Outcome<RneCompany> ask(const SirenNumber& siren);
    using People = QList<certification::OfficerRecord>;
    /// The companies met in one lookup: whether each leads to somebody, who is then among the officers. False
    /// while it is being followed: a circle leads to nobody.
    using Followed = QHash<QString, bool>;

    /// Adds to `officers` who stands behind `companies`. An unavailable register fails the whole: a missing
    /// officer would look like a refusal.
    [[nodiscard]] Outcome<Done> follow(const QList<CompanyOfficer>& companies, int depth, Followed& followed,
                                       People& officers);
    /// Those behind one of them who were not met before; nothing when it leads to nobody.
    [[nodiscard]] Outcome<std::optional<People>> behind(const CompanyOfficer& officer, int depth,
                                                        Followed& followed);

    HttpClient& m_http;
    const Clock& m_clock;
    RegistryConfig m_config;
    Registry& m_sirene;
    RegistryCall m_call;
    SingleFlight<RneCompany> m_flight;
};

} // namespace proconnect::service
