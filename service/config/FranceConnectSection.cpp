// SPDX-License-Identifier: MIT
#include "service/config/FranceConnectSection.h"

namespace proconnect::service {

FranceConnectConfig readFranceConnect(ConfigReader& reader, const QString& section)
{
    const auto key = [&section](const char* name) { return section + u'/' + QLatin1String(name); };
    FranceConnectConfig config{
        reader.url(key("issuer")),
        reader.string(key("client_id")),
        reader.string(key("client_secret")),
        reader.oneOf(key("algorithm"), {QStringLiteral("ES256"), QStringLiteral("RS256")}),
        reader.oneOf(key("assurance"),
                     {QStringLiteral("eidas1"), QStringLiteral("eidas2"), QStringLiteral("eidas3")}),
        reader.string(key("identity_hosts")).split(u' ', Qt::SkipEmptyParts),
        reader.oneOf(key("encryption"),
                     {QStringLiteral("none"), QStringLiteral("ECDH-ES"), QStringLiteral("RSA-OAEP")})};
    // Only FranceConnect+ encrypts; it has no lower level and no other signature.
    if (config.encryption != QLatin1String("none") && config.assurance == QLatin1String("eidas1")) {
        reader.fail(key("assurance"), QStringLiteral("must be eidas2 or eidas3 with encryption"));
    }
    if (config.encryption != QLatin1String("none") && config.algorithm != QLatin1String("ES256")) {
        reader.fail(key("algorithm"), QStringLiteral("must be ES256 with encryption"));
    }
    return config;
}

std::optional<FranceConnectConfig> readFranceConnectPlus(ConfigReader& reader,
                                                         const FranceConnectConfig& franceConnect)
{
    const QString section = QStringLiteral("franceconnect_plus");
    FranceConnectConfig plus = readFranceConnect(reader, section);
    if (plus.issuer.isEmpty()) {
        return std::nullopt;
    }
    if (plus.encryption == QLatin1String("none")) {
        reader.fail(section + QStringLiteral("/encryption"), QStringLiteral("must be ECDH-ES or RSA-OAEP"));
    }
    if (plus.clientId.isEmpty() || plus.clientSecret.isEmpty()) {
        reader.fail(section + QStringLiteral("/client_secret"), QStringLiteral("and client_id: are missing"));
    }
    if (franceConnect.encryption != QLatin1String("none")) {
        reader.fail(section + QStringLiteral("/issuer"),
                    QStringLiteral("[franceconnect] encrypts: it is FranceConnect+ already"));
    }
    return plus;
}

} // namespace proconnect::service
