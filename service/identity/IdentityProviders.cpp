// SPDX-License-Identifier: MIT
#include "service/identity/IdentityProviders.h"

#include <algorithm>

namespace proconnect::service {
namespace {

QString authority(const QUrl& url)
{
    return url.port() < 0 ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(url.port());
}

std::unique_ptr<IdentityProvider> made(const Platform& platform, const FranceConnectConfig& config,
                                       const QString& id, const QString& callbackPath)
{
    FranceConnectRegistration registration{
        config.issuer,
        config.clientId,
        config.clientSecret,
        config.algorithm == QLatin1String("RS256") ? JwsAlgorithm::Rs256 : JwsAlgorithm::Es256,
        config.assurance,
        QUrl(platform.publicUrl.toString() + callbackPath),
        config.encryption == QLatin1String("none") ? std::nullopt : platform.encryptionPair};
    QStringList hosts =
        QStringList{authority(platform.publicUrl), authority(config.issuer)} + config.identityHosts;
    hosts.removeDuplicates();
    return std::unique_ptr<IdentityProvider>(
        new IdentityProvider{id, callbackPath, hosts,
                             FranceConnectClient(platform.http, platform.clock, std::move(registration))});
}

} // namespace

IdentityProviders::IdentityProviders(const Platform& platform) : m_highEffectAssurance(1)
{
    m_all.push_back(made(platform, platform.config.franceConnect, QStringLiteral("franceconnect"),
                         QStringLiteral("/sign-in/callback")));
    if (const auto& plus = platform.config.franceConnectPlus) {
        m_all.push_back(made(platform, *plus, QStringLiteral("franceconnect-plus"),
                             QStringLiteral("/sign-in/callback-plus")));
        m_highEffectAssurance = assuranceRank(plus->assurance);
    }
}

IdentityProvider* IdentityProviders::find(const QString& id)
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&id](const auto& provider) { return provider->id == id; });
    return found == m_all.end() ? nullptr : found->get();
}

} // namespace proconnect::service
