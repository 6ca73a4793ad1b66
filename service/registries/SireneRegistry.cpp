// SPDX-License-Identifier: MIT
#include "service/registries/SireneRegistry.h"

#include "service/registries/SireneFormat.h"

namespace proconnect::service {
namespace {

const QString registryName = QStringLiteral("SIRENE");

Failure unexpectedStatus(int status)
{
    return registryUnavailable(registryName, QStringLiteral("status %1").arg(status));
}

} // namespace

Outcome<RegistryAnswer> SireneRegistry::lookup(const SirenNumber& siren)
{
    const auto reply = m_insee.get(QStringLiteral("/siren/") + siren.digits());
    if (!reply) {
        return reply.failure();
    }
    switch (reply.value().status) {
    case 200:
        break;
    case 301: {
        RegistryAnswer duplicate;
        duplicate.source = RegistrySource::Sirene;
        duplicate.company.siren = siren.digits();
        duplicate.company.state = RegisteredCompany::State::Duplicate;
        const auto other = SirenNumber::parse(
            QString::fromLatin1(reply.value().header("Location")).section(u'/', -1).section(u'?', 0, 0));
        duplicate.company.replacedBy = other && *other != siren ? other->digits() : QString();
        return duplicate;
    }
    case 404:
        return Failure{FailureCode::SirenUnknown, QStringLiteral("not in SIRENE"), {}};
    case 400:
    case 403:
    case 406:
        return Failure{
            FailureCode::NotAllowed, QStringLiteral("SIRENE: status %1").arg(reply.value().status), {}};
    default:
        return unexpectedStatus(reply.value().status);
    }
    auto answer = parseSireneUnit(reply.value().body, siren, m_clock.now().date());
    if (!answer) {
        return registryUnavailable(registryName, answer.failure().detail);
    }
    return answer;
}

Outcome<QList<Establishment>> SireneRegistry::establishments(const SirenNumber& siren)
{
    return m_flight.ask(siren, [&] { return askEstablishments(siren); });
}

Outcome<QList<Establishment>> SireneRegistry::askEstablishments(const SirenNumber& siren)
{
    const auto reply = m_insee.get(QStringLiteral("/siret"),
                                   {{QStringLiteral("q"), QStringLiteral("siren:") + siren.digits()},
                                    {QStringLiteral("nombre"), QStringLiteral("1000")}});
    if (!reply) {
        return reply.failure();
    }
    if (reply.value().status != 200) {
        return unexpectedStatus(reply.value().status);
    }
    auto establishments = parseSireneEstablishments(reply.value().body, siren, m_clock.now().date());
    if (!establishments) {
        return registryUnavailable(registryName, establishments.failure().detail);
    }
    return establishments;
}

} // namespace proconnect::service
