// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/registries/RegistryCall.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SingleFlight.h"

#include <QSet>

namespace proconnect::service {

/// INPI's national business register. Officers that are companies are followed to the humans who represent
/// them, at most three companies deep and eight in all; one that leads to nobody stays among the officers as
/// a company. No company is asked for twice at the same time.
class RneRegistry final : public Registry
{
public:
    RneRegistry(HttpClient& http, const Clock& clock, RegistryConfig config);

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;

private:
    [[nodiscard]] Outcome<CachedToken::Token> login();
    [[nodiscard]] Outcome<RneCompany> read(const SirenNumber& siren);
    [[nodiscard]] Outcome<RneCompany> ask(const SirenNumber& siren);
    /// Adds to `officers` who stands behind `companies`. An unavailable register fails the whole: a missing
    /// officer would look like a refusal.
    [[nodiscard]] Outcome<Done> follow(const QList<CompanyOfficer>& companies, int depth, QSet<QString>& seen,
                                       QList<certification::OfficerRecord>& officers);
    /// Those behind one of them; none when it leads to nobody.
    [[nodiscard]] Outcome<QList<certification::OfficerRecord>> behind(const CompanyOfficer& officer,
                                                                      int depth, QSet<QString>& seen);

    HttpClient& m_http;
    const Clock& m_clock;
    RegistryConfig m_config;
    RegistryCall m_call;
    SingleFlight<RneCompany> m_flight;
};

} // namespace proconnect::service
