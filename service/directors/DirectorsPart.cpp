// SPDX-License-Identifier: MIT
#include "service/directors/DirectorsPart.h"

#include "service/companies/CompanyRoutes.h"
#include "service/contact_email/ContactEmailRoutes.h"
#include "service/review/ReviewRoutes.h"

namespace proconnect::service {
namespace {

/// A demonstration shows within seconds, at any hour, what production does at night.
SweepPace sweepPace(const ServiceConfig& config)
{
    SweepPace pace;
    if (config.demonstration) {
        pace.always = std::chrono::seconds(config.registersEvery);
        pace.period = std::chrono::seconds(1);
    }
    return pace;
}

} // namespace

Outcome<std::unique_ptr<DirectorsPart>> DirectorsPart::create(const Platform& platform, Neighbours neighbours)
{
    const auto texts = MailTexts::load();
    if (!texts) {
        return texts.failure();
    }
    auto rules = ContactAddressRules::load();
    if (!rules) {
        return rules.failure();
    }
    return std::unique_ptr<DirectorsPart>(
        new DirectorsPart(platform, std::move(neighbours), texts.value(), std::move(rules).value()));
}

DirectorsPart::DirectorsPart(const Platform& platform, Neighbours neighbours, const MailTexts& texts,
                             ContactAddressRules rules)
    : m_registries(platform.http, platform.clock, platform.config), m_companies(platform.keys),
      m_checker(platform.database, platform.keys, platform.clock, m_registries.desk(),
                m_registries.establishments(), !platform.config.supportEmail.isEmpty()),
      m_quota(platform.database, platform.clock, QStringLiteral("company-checks"), std::chrono::hours(1)),
      m_checks(platform.database, platform.keys, platform.clock, m_registries.desk(),
               std::move(neighbours.mandateEnded)),
      m_sweep(platform.database, platform.keys, platform.clock, m_checks, platform.jobs,
              sweepPace(platform.config)),
      m_mandates(platform.database, platform.keys, platform.clock, m_checks, m_checker,
                 std::move(neighbours.identities)),
      m_verification(platform.database, platform.keys, platform.clock, neighbours.accounts, m_mandates),
      m_addresses(platform.keys), m_mailbox(m_registries.insee()),
      m_courier(platform.database, platform.keys, platform.clock, platform.jobs, neighbours.mailer, texts,
                m_mailbox, platform.claimant, std::move(neighbours.contactEmailRecorded)),
      m_verifier(platform.database, platform.keys, platform.clock, neighbours.mailer, texts,
                 std::move(rules)),
      m_review(platform.database, platform.keys, platform.clock, platform.jobs, neighbours.mailer, texts,
               platform.config.supportEmail)
{
    addCompanyRoutes(platform.router, neighbours.sessions, m_checker, m_quota,
                     [this, told = std::move(neighbours.companyAttached)](const QString& siren) {
                         m_courier.readCurrent(siren);
                         told(siren);
                     });
    if (!platform.config.supportEmail.isEmpty()) {
        addReviewRoutes(platform.router, neighbours.sessions, m_review);
    }
    addContactEmailRoutes(platform.router, neighbours.sessions, m_mandates, m_verifier, m_courier);
}

Outcome<RegisteredCompany> DirectorsPart::lookUp(const SirenNumber& siren)
{
    auto answer = m_registries.sirene().lookup(siren);
    if (!answer) {
        const bool unknown = answer.failure().code == FailureCode::SirenUnknown;
        return unknown ? answer.failure()
                       : Failure{FailureCode::RegistryUnavailable, answer.failure().detail, {}};
    }
    RegisteredCompany company = std::move(answer).value().company;
    if (company.address.isEmpty() && company.state == RegisteredCompany::State::Active) {
        m_registries.establishments().complete(siren, company);
    }
    return company;
}

} // namespace proconnect::service
