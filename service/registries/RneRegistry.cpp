// SPDX-License-Identifier: MIT
#include "service/registries/RneRegistry.h"

#include "service/registries/RegistryJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace proconnect::service {
namespace {

const QString registryName = QStringLiteral("RNE");
constexpr int deepestCompany = 3;
constexpr qsizetype mostCompanies = 8;
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
    Followed followed{{siren.digits(), false}};
    RegistryAnswer answer = std::move(company.value().answer);
    const auto done = follow(company.value().companyOfficers, 1, followed, answer.officers);
    if (!done) {
        return done.failure();
    }
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
    if (reply.value().status == 404) {
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

Outcome<Done> RneRegistry::follow(const QList<CompanyOfficer>& companies, int depth, Followed& followed,
                                  People& officers)
{
    for (const CompanyOfficer& officer : companies) {
        auto people = behind(officer, depth, followed);
        if (!people) {
            return people.failure();
        }
        if (!people.value()) {
            officers.append(officer.position);
            continue;
        }
        for (certification::OfficerRecord& person : *people.value()) {
            // The position in the company asked for is that of the company officer.
            person.function = officer.position.function;
            person.roleCode = officer.position.roleCode;
            person.doubtful = person.doubtful || officer.position.doubtful;
            officers.append(std::move(person));
        }
    }
    return Done{};
}

Outcome<std::optional<RneRegistry::People>> RneRegistry::behind(const CompanyOfficer& officer, int depth,
                                                                Followed& followed)
{
    using Found = std::optional<People>;
    const auto siren = SirenNumber::parse(officer.siren);
    if (!siren) {
        return Found();
    }
    if (const auto before = followed.constFind(siren->digits()); before != followed.constEnd()) {
        return *before ? Found(People()) : Found();
    }
    if (depth > deepestCompany || followed.size() > mostCompanies) {
        return Found();
    }
    followed.insert(siren->digits(), false);
    const auto company = read(*siren);
    if (!company) {
        return company.failure().code == FailureCode::SirenUnknown ? Outcome<Found>(Found())
                                                                   : Outcome<Found>(company.failure());
    }
    if (company.value().answer.company.state != RegisteredCompany::State::Active) {
        return Found();
    }
    // The RNE learns late, or never, that a company ceased; then nobody acts for it any more.
    const auto known = m_sirene.lookup(*siren);
    if (!known) {
        return known.failure().code == FailureCode::SirenUnknown ? Outcome<Found>(Found())
                                                                 : Outcome<Found>(known.failure());
    }
    if (known.value().company.state != RegisteredCompany::State::Active) {
        return Found();
    }
    People people = company.value().answer.officers;
    if (const auto deeper = follow(company.value().companyOfficers, depth + 1, followed, people); !deeper) {
        return deeper.failure();
    }
    // Without anybody new, the companies that lead it were all followed before.
    if (people.isEmpty() && company.value().companyOfficers.isEmpty()) {
        return Found();
    }
    followed.insert(siren->digits(), true);
    return Found(std::move(people));
}

} // namespace proconnect::service
