// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyChecker.h"
#include "service/companies/MandateChecks.h"
#include "service/companies/MandateSweep.h"
#include "service/companies/RegisteredDirectorVerification.h"
#include "service/companies/RegisteredMandates.h"
#include "service/contact_email/EmailVerifier.h"
#include "service/contact_email/SireneCourier.h"
#include "service/platform/Platform.h"
#include "service/quotas/CallQuota.h"
#include "service/registries/RegistryParts.h"
#include "service/review/ReviewCourier.h"

#include <functional>
#include <memory>

namespace proconnect::service {

class SessionGuard;

/// Registers, companies and their contact e-mail, put together.
class DirectorsPart
{
public:
    /// The other parts that this one asks.
    struct Neighbours
    {
        SessionGuard& sessions;
        CertifiedAccounts& accounts;
        Mailer& mailer;
        RecentIdentities identities;
        std::function<void(const QString&)> companyAttached; ///< told each SIREN after; from a worker thread
        MandateEndFollower mandateEnded;
        SireneCourier::Follower contactEmailRecorded;
    };

    /// Adds its routes and jobs. Failure: Internal, when the program's own data is missing.
    [[nodiscard]] static Outcome<std::unique_ptr<DirectorsPart>> create(const Platform& platform,
                                                                        Neighbours neighbours);
    DirectorsPart(const DirectorsPart&) = delete;
    DirectorsPart& operator=(const DirectorsPart&) = delete;

    [[nodiscard]] Mandates& mandates() { return m_mandates; }
    [[nodiscard]] CompanyDirectory& companies() { return m_companies; }
    [[nodiscard]] ContactEmails& addresses() { return m_addresses; }
    [[nodiscard]] DirectorVerification& verification() { return m_verification; }
    /// What SIRENE says of a company, with its head office's address. Blocking; from any thread. Failures:
    /// SirenUnknown, RegistryUnavailable.
    [[nodiscard]] Outcome<RegisteredCompany> lookUp(const SirenNumber& siren);

private:
    DirectorsPart(const Platform& platform, Neighbours neighbours, const MailTexts& texts,
                  ContactAddressRules rules);

    RegistryParts m_registries;
    StoredCompanies m_companies;
    CompanyChecker m_checker;
    CallQuota m_quota;
    MandateChecks m_checks;
    MandateSweep m_sweep;
    RegisteredMandates m_mandates;
    RegisteredDirectorVerification m_verification;
    ContactEmailStore m_addresses;
    SireneMailbox m_mailbox;
    SireneCourier m_courier;
    EmailVerifier m_verifier;
    ReviewCourier m_review;
};

} // namespace proconnect::service
