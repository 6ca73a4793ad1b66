// SPDX-License-Identifier: MIT
#include "service/registries/RcsRegistry.h"

#include "service/registries/RcsFormat.h"

namespace proconnect::service {
namespace {

const QString registryName = QStringLiteral("RCS");
// The token is a file from the administration, valid for months: nobody logs in.
constexpr std::chrono::hours tokenLifetime{24};

} // namespace

RcsRegistry::RcsRegistry(HttpClient& http, const Clock& clock, RegistryConfig config)
    : m_config(std::move(config)),
      m_call(registryName, http, clock, m_config,
             [token = m_config.token.toLatin1()]() -> Outcome<CachedToken::Token> {
                 return CachedToken::Token{token, tokenLifetime};
             })
{}

Outcome<RegistryAnswer> RcsRegistry::lookup(const SirenNumber& siren)
{
    OutgoingRequest request;
    request.url = registryUrl(
        m_config.baseUrl,
        QStringLiteral("/v3/infogreffe/rcs/unites_legales/%1/mandataires_sociaux").arg(siren.digits()),
        {{QStringLiteral("recipient"), m_config.recipient},
         {QStringLiteral("context"), QStringLiteral("ProConnect")},
         {QStringLiteral("object"), QStringLiteral("Certification dirigeant")}});
    request.headers = {{"Accept", "application/json"}};
    const auto reply = m_call.send(std::move(request));
    if (!reply) {
        return reply.failure();
    }
    if (reply.value().status == 404) {
        return Failure{FailureCode::SirenUnknown, QStringLiteral("not in the RCS"), {}};
    }
    if (reply.value().status != 200) {
        return registryUnavailable(registryName, QStringLiteral("status %1").arg(reply.value().status));
    }
    auto answer = parseRcsOfficers(reply.value().body, siren);
    if (!answer) {
        return registryUnavailable(registryName, answer.failure().detail);
    }
    return answer;
}

} // namespace proconnect::service
