// SPDX-License-Identifier: MIT
#include "service/registries/RneRegistry.h"

#include "service/registries/CompanyTrail.h"
#include "service/registries/RegistryJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace proconnect::service {
namespace {

const QString registryName = QStringLiteral("RNE");
// A session lasts about an hour; nothing in the answer says so.
constexpr std::chrono::minutes sessionLifetime{55};

} // namespace

RneRegistry::RneRegistry(HttpClient& http, const Clock& clock, RegistryConfig config, Registry& sirene)
    : m_http(http), m_clock(clock), m_config(std::move(config)), m_sirene(sirene),
      m_call(registryName, http, clock, m_config, [this] { return login(); })
{}

Outcome<RegistryAnswer> RneRegistry::lookup(const SirenNumber& siren)
{
    auto company = read(siren);
    if (!company) {
        return company.failure();
    }
    RegistryAnswer answer = std::move(company.value().answer);
    if (answer.incomplete && answer.officers.isEmpty() && company.value().companyOfficers.isEmpty()) {
        return registryUnavailable(registryName, QStringLiteral("nothing says who leads the company"));
    }
    CompanyTrail trail(
        siren, [this](const SirenNumber& officer) { return read(officer); }, m_sirene);
    trail.follow(company.value().companyOfficers, answer.officers);
    answer.incomplete = answer.incomplete || trail.incomplete(); // what it says of the others stands
    return answer;
}

Outcome<CachedToken::Token> RneRegistry::login()
{
    OutgoingRequest request;
    request.method = "POST";
    request.url = registryUrl(m_config.baseUrl, QStringLiteral("/sso/login"));
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = QJsonDocument(QJsonObject{{QStringLiteral("username"), m_config.username},
                                             {QStringLiteral("password"), m_config.password}})
                       .toJson(QJsonDocument::Compact);
    const auto reply = m_http.send(request);
    if (!reply) {
        return registryUnavailable(registryName, reply.failure().detail);
    }
    m_call.heed(reply.value());
    const auto answer = reply.value().status == 200 ? parseRegistryJson(reply.value().body) : std::nullopt;
    const QByteArray token =
        answer ? answer->value(QLatin1String("token")).toString().toLatin1() : QByteArray();
    if (token.isEmpty()) {
        return registryUnavailable(registryName,
                                   QStringLiteral("login: status %1").arg(reply.value().status));
    }
    return CachedToken::Token{token, sessionLifetime};
}

Outcome<RneCompany> RneRegistry::read(const SirenNumber& siren)
{
    return m_flight.ask(siren, [&] { return ask(siren); });
}

Outcome<RneCompany> RneRegistry::ask(const SirenNumber& siren)
{
    OutgoingRequest request;
    request.url = registryUrl(m_config.baseUrl, QStringLiteral("/companies/") + siren.digits());
    request.headers = {{"Accept", "application/json"}};
    const auto reply = m_call.send(std::move(request));
    if (!reply) {
        return reply.failure();
    }
    if (reply.value().status == 404 || reply.value().status == 410) {
        return Failure{FailureCode::SirenUnknown, QStringLiteral("not in the RNE"), {}};
    }
    if (reply.value().status != 200) {
        return registryUnavailable(registryName, QStringLiteral("status %1").arg(reply.value().status));
    }
    auto company = parseRneCompany(reply.value().body, siren, m_clock.now().date());
    if (!company) {
        return registryUnavailable(registryName, company.failure().detail);
    }
    return company;
}

} // namespace proconnect::service
