// SPDX-License-Identifier: MIT
#include "service/identity/IdentityPart.h"

namespace proconnect::service {

IdentityPart::IdentityPart(const Platform& platform)
    : m_replays(platform.database), m_proofs(m_replays, platform.keys, platform.clock, platform.publicUrl),
      m_sessions(platform.database, platform.keys, platform.clock),
      m_tokens(platform.database, platform.keys, platform.clock), m_providers(platform),
      m_guard(m_sessions, m_tokens, m_proofs, platform.clock, m_providers.highEffectAssurance()),
      m_transactions(platform.database, platform.keys, platform.clock),
      m_signOutTickets(platform.database, platform.keys, platform.clock),
      m_signInRoutes(m_transactions, m_providers, platform.keys, platform.log, platform.publicUrl),
      m_sessionRoutes({m_sessions, m_guard, m_proofs, m_transactions, m_signOutTickets, m_providers,
                       SamePerson(platform.keys, platform.clock), platform.log},
                      platform.publicUrl),
      m_deviceRoutes(m_guard, SessionList(platform.database, platform.keys, platform.clock), platform.log),
      m_clock(platform.clock)
{
    m_signInRoutes.registerRoutes(platform.router);
    m_sessionRoutes.registerRoutes(platform.router);
    m_deviceRoutes.registerRoutes(platform.router);
    platform.jobs.every(std::chrono::minutes(1), "identity.forget",
                        [this, &log = platform.log] { forgetOld(log); });
}

void IdentityPart::addProfile(const Platform& platform, CompanyDirectory& companies)
{
    m_profileRoutes.emplace(m_guard, m_tokens, companies, platform.database,
                            m_providers.highEffectAssurance());
    m_profileRoutes->registerRoutes(platform.router);
}

void IdentityPart::forgetOld(const Log& log)
{
    const auto report = [&log](const Outcome<Done>& done) {
        if (!done) {
            log.error("identity.forget", Log::fields(done.failure()));
        }
    };
    report(m_sessions.forgetOld());
    report(m_transactions.forgetOld());
    report(m_signOutTickets.forgetOld());
    report(m_replays.forgetOld(m_clock.now()));
}

} // namespace proconnect::service
