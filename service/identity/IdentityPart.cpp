// SPDX-License-Identifier: MIT
#include "service/identity/IdentityPart.h"

namespace proconnect::service {
namespace {

FranceConnectRegistration registration(const Platform& platform)
{
    const FranceConnectConfig& config = platform.config.franceConnect;
    return {config.issuer,
            config.clientId,
            config.clientSecret,
            config.algorithm == QLatin1String("RS256") ? JwsAlgorithm::Rs256 : JwsAlgorithm::Es256,
            config.assurance,
            QUrl(platform.publicUrl.toString() + QStringLiteral("/sign-in/callback")),
            platform.encryptionPair};
}

QString authority(const QUrl& url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

QStringList pageHosts(const Platform& platform)
{
    const FranceConnectConfig& config = platform.config.franceConnect;
    QStringList hosts =
        QStringList{authority(platform.publicUrl), authority(config.issuer)} + config.identityHosts;
    hosts.removeDuplicates();
    return hosts;
}

} // namespace

IdentityPart::IdentityPart(const Platform& platform)
    : m_replays(platform.database), m_proofs(m_replays, platform.clock, platform.publicUrl),
      m_sessions(platform.database, platform.keys, platform.clock),
      m_guard(m_sessions, m_proofs, platform.clock),
      m_franceConnect(platform.http, platform.clock, registration(platform)),
      m_transactions(platform.database, platform.keys, platform.clock),
      m_signOutTickets(platform.database, platform.keys, platform.clock),
      m_signInRoutes(m_transactions, m_franceConnect, platform.keys, platform.log, platform.publicUrl,
                     pageHosts(platform)),
      m_sessionRoutes(
          {m_sessions, m_guard, m_proofs, m_transactions, m_signOutTickets, m_franceConnect, platform.log},
          platform.publicUrl, pageHosts(platform)),
      m_clock(platform.clock)
{
    m_signInRoutes.registerRoutes(platform.router);
    m_sessionRoutes.registerRoutes(platform.router);
    platform.jobs.every(std::chrono::minutes(1), "identity.forget",
                        [this, &log = platform.log] { forgetOld(log); });
}

void IdentityPart::addProfile(const Platform& platform, CompanyDirectory& companies)
{
    m_profileRoutes.emplace(m_guard, m_sessions, companies, platform.database);
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
