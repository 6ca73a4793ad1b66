// SPDX-License-Identifier: MIT
#include "service/config/ServiceConfig.h"

#include "service/config/ConfigReader.h"
#include "service/config/FranceConnectSection.h"
#include "service/config/IniFile.h"

#include <algorithm>
#include <array>
#include <optional>

namespace proconnect::service {
namespace {

struct Key
{
    const char* section;
    const char* name;
    const char* preset; ///< nullptr: must be given
    const char* meaning;
};

constexpr std::array keys{
    Key{"http", "listen", "127.0.0.1:8800", "address and port; port 0 takes a free one"},
    Key{"http", "public_url", "",
        "https address as the outside sees it; loopback default: the address listened on"},
    Key{"metrics", "listen", "", "address and port for Prometheus, in clear and open to whoever reaches it"},
    Key{"database", "url", nullptr, "sqlite:FILE or postgresql://user:password@host:port/name"},
    Key{"franceconnect", "issuer", nullptr, "FranceConnect's issuer, without /.well-known"},
    Key{"franceconnect", "client_id", nullptr, "identifier given by FranceConnect"},
    Key{"franceconnect", "client_secret", nullptr, "secret given by FranceConnect"},
    Key{"franceconnect", "algorithm", "ES256", "signature registered with FranceConnect: ES256 or RS256"},
    Key{"franceconnect", "assurance", "eidas1", "level asked for: eidas1, eidas2 or eidas3"},
    Key{"franceconnect", "encryption", "none", "none; or of FranceConnect+: ECDH-ES, RSA-OAEP"},
    Key{"franceconnect", "identity_hosts", "", "hosts of the identity providers behind FranceConnect"},
    Key{"franceconnect_plus", "issuer", "", "of FranceConnect+, for acts of high effect; empty: none"},
    Key{"franceconnect_plus", "client_id", "", "as for franceconnect"},
    Key{"franceconnect_plus", "client_secret", "", ""},
    Key{"franceconnect_plus", "algorithm", "ES256", "ES256"},
    Key{"franceconnect_plus", "assurance", "eidas2", "eidas2 or eidas3"},
    Key{"franceconnect_plus", "encryption", "ECDH-ES", "ECDH-ES or RSA-OAEP"},
    Key{"franceconnect_plus", "identity_hosts", "", "as for franceconnect"},
    Key{"insee", "base_url", "", "SIRENE, up to and with its version"},
    Key{"insee", "token_url", "", "Insee's token endpoint"},
    Key{"insee", "client_id", "", ""},
    Key{"insee", "client_secret", "", ""},
    Key{"insee", "username", "", ""},
    Key{"insee", "password", "", ""},
    Key{"insee", "calls_per_minute", "30", "its quota, for this instance; 0: none"},
    Key{"rne", "base_url", "", "INPI's register, up to /api"},
    Key{"rne", "username", "", ""},
    Key{"rne", "password", "", ""},
    Key{"rne", "calls_per_minute", "60", "as for insee"},
    Key{"rne", "calls_per_day", "10000", ""},
    Key{"rcs", "base_url", "", "API Entreprise, without /v3"},
    Key{"rcs", "token", "", ""},
    Key{"rcs", "recipient", "", "SIRET of the administration that asks"},
    Key{"rcs", "calls_per_minute", "250", "as for insee"},
    Key{"smtp", "url", "", "smtp://host:port or smtps://user:password@host:port"},
    Key{"smtp", "from", "", "sender's address"},
    Key{"smtp", "authorities", "", "file of the authorities (PEM) that vouch for it; empty: the system's"},
    Key{"support", "email", "", "who receives the files of doubts that a human must lift"},
    Key{"keys", "file", nullptr, "the service's own keys; made at the first start with a new database"},
    Key{"log", "level", "info", "debug, info, warning or error"},
    Key{"demonstration", "enabled", "false", "true allows plain http on loopback and clock_offset"},
    Key{"demonstration", "clock_offset", "0", "seconds that the clock is moved by"},
    Key{"demonstration", "registers_every", "30", "seconds after which a mandate is looked up again"},
};

constexpr std::array portalKeys{
    Key{"portal.ID", "name", "", "name shown to people"},
    Key{"portal.ID", "scim_url", "", "base of its SCIM 2.0 server"},
    Key{"portal.ID", "scim_token", "", "bearer token for it"},
    Key{"portal.ID", "events_url", "", "its receiver of security events (RFC 8935)"},
    Key{"portal.ID", "client_id", "", "its name when it calls the service"},
    Key{"portal.ID", "client_secret", "", "its secret when it calls the service"},
    Key{"portal.ID", "client_secret_hash", "", "SHA-256 of that secret, instead of it"},
    Key{"portal.ID", "client_keys", "", "file of its public keys (JWK set), when it signs instead"},
    Key{"portal.ID", "scopes", "", "what it may call, separated by spaces"},
    Key{"portal.ID", "sensitive", "false", "true: its requests are shown as a reason to look twice"},
    Key{"portal.ID", "certifies", "true", "true: accounts can be certified there"},
    Key{"portal.ID", "method", "api", "how its accounts are known: api, file or declared"},
    Key{"portal.ID", "closes", "true", "true: accounts can be closed through SCIM"},
    Key{"portal.ID", "names_administrators", "false",
        "true: an account can be made an administrator's through SCIM"},
    Key{"portal.ID", "opens_accounts", "false", "true: accounts can be opened through SCIM"},
    Key{"portal.ID", "letter_address", "", "where letters go, its lines separated by |"},
    Key{"portal.ID", "quota_per_minute", "120", "calls that it may make, to all instances together"},
    Key{"portal.ID", "closing_hours", "0",
        "how long it takes to close an account; later it is shown as late"},
    Key{"portal.ID", "restore_days", "0", "for how many days it opens a closed account again; 0: never"},
};

using Values = ConfigReader::Values;

QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

Failure invalid(const QString& detail)
{
    return {FailureCode::InvalidRequest, detail, {}};
}

QString variableName(const QString& section, const QString& key)
{
    QString name = QStringLiteral("PROCONNECT_%1_%2").arg(section, key).toUpper();
    std::replace_if(
        name.begin(), name.end(), [](QChar c) { return c != u'_' && !c.isLetterOrNumber(); }, u'_');
    return name;
}

/// Values of the fixed sections as "section/key", and those of each portal.
struct RawConfig
{
    Values values;
    QList<PortalConfig> portals;
};

std::optional<Failure> takeSection(const IniSection& section, RawConfig& raw)
{
    const bool isPortal = section.name.startsWith(QLatin1String("portal."));
    PortalConfig portal{section.name.mid(7), {}};
    for (const auto& [key, value] : section.entries) {
        const auto isKnown = [&, &name = key](const Key& known) {
            return name == text(known.name) && (isPortal || section.name == text(known.section));
        };
        const bool known = isPortal ? std::any_of(portalKeys.begin(), portalKeys.end(), isKnown)
                                    : std::any_of(keys.begin(), keys.end(), isKnown);
        if (!known) {
            return invalid(QStringLiteral("[%1] %2: unknown key").arg(section.name, key));
        }
        if (isPortal) {
            portal.values.insert(key, value);
        } else {
            raw.values.insert(section.name + u'/' + key, value);
        }
    }
    if (isPortal) {
        raw.portals.append(portal);
    }
    return std::nullopt;
}

void applyEnvironment(const QProcessEnvironment& environment, RawConfig& raw)
{
    for (const Key& key : keys) {
        const QString name = variableName(text(key.section), text(key.name));
        if (environment.contains(name)) {
            raw.values.insert(text(key.section) + u'/' + text(key.name), environment.value(name));
        }
    }
    if (environment.contains(QStringLiteral("PROCONNECT_CLOCK_OFFSET"))) {
        raw.values.insert(QStringLiteral("demonstration/clock_offset"),
                          environment.value(QStringLiteral("PROCONNECT_CLOCK_OFFSET")));
    }
    for (PortalConfig& portal : raw.portals) {
        for (const Key& key : portalKeys) {
            const QString name = variableName(QStringLiteral("portal.") + portal.id, text(key.name));
            if (environment.contains(name)) {
                portal.values.insert(text(key.name), environment.value(name));
            }
        }
    }
}

void readListen(ConfigReader& reader, const QString& key, HttpConfig& http)
{
    const QString value = reader.string(key);
    const qsizetype colon = value.lastIndexOf(u':');
    QString host = value.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.mid(1, host.size() - 2);
    }
    bool isNumber = false;
    http.address = QHostAddress(host);
    http.port = value.mid(colon + 1).toUShort(&isNumber);
    if (colon < 1 || !isNumber || http.address.isNull()) {
        reader.fail(key, QStringLiteral("must be ADDRESS:PORT, such as 127.0.0.1:8800 or [::1]:0"));
    }
}

RegistryConfig readRegistry(ConfigReader& reader, const QString& section)
{
    const auto key = [&section](const char* name) { return section + u'/' + text(name); };
    return {reader.url(key("base_url")),           reader.url(key("token_url")),
            reader.string(key("client_id")),       reader.string(key("client_secret")),
            reader.string(key("username")),        reader.string(key("password")),
            reader.string(key("token")),           reader.string(key("recipient")),
            reader.count(key("calls_per_minute")), reader.count(key("calls_per_day"))};
}

/// Their addresses carry bearer tokens: the rules are those of every other address. The rest of a portal's
/// section is read where portals are known.
void checkPortals(const QList<PortalConfig>& portals, bool demonstration, ConfigReader& reader)
{
    for (const PortalConfig& portal : portals) {
        Values values;
        for (const char* name : {"scim_url", "events_url"}) {
            values.insert(QStringLiteral("portal.%1/%2").arg(portal.id, text(name)),
                          portal.value(text(name)));
        }
        ConfigReader addresses(values, demonstration);
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            (void)addresses.url(it.key());
        }
        if (addresses.failure()) {
            reader.fail(*addresses.failure());
        }
    }
}

void readDemonstration(ConfigReader& reader, ServiceConfig& config)
{
    const QString key = QStringLiteral("demonstration/clock_offset");
    bool isNumber = false;
    config.clockOffset = reader.string(key).toLongLong(&isNumber);
    if (!isNumber) {
        reader.fail(key, QStringLiteral("must be a number of seconds"));
    }
    if (config.clockOffset != 0 && !config.demonstration) {
        reader.fail(key, QStringLiteral("is for demonstrations only"));
    }
}

std::optional<Failure> completeValues(Values& values)
{
    for (const Key& key : keys) {
        const QString name = text(key.section) + u'/' + text(key.name);
        if (!values.contains(name) && key.preset != nullptr) {
            values.insert(name, text(key.preset));
        }
        if (!values.contains(name) || (key.preset == nullptr && values.value(name).isEmpty())) {
            return invalid(QStringLiteral("[%1] %2: is missing (%3); it can also be the variable %4")
                               .arg(text(key.section), text(key.name), text(key.meaning),
                                    variableName(text(key.section), text(key.name))));
        }
    }
    return std::nullopt;
}

} // namespace

Outcome<ServiceConfig> ServiceConfig::read(const QString& ini, const QProcessEnvironment& environment)
{
    const auto parsed = parseIni(ini);
    if (const auto* error = std::get_if<QString>(&parsed)) {
        return invalid(*error);
    }
    RawConfig raw;
    for (const IniSection& section : std::get<QList<IniSection>>(parsed)) {
        if (const auto failure = takeSection(section, raw)) {
            return *failure;
        }
    }
    applyEnvironment(environment, raw);
    if (const auto failure = completeValues(raw.values)) {
        return *failure;
    }

    ServiceConfig config;
    config.portals = raw.portals;
    config.demonstration = raw.values.value(QStringLiteral("demonstration/enabled")) == QLatin1String("true");
    ConfigReader reader(raw.values, config.demonstration);
    (void)reader.oneOf(QStringLiteral("demonstration/enabled"),
                       {QStringLiteral("true"), QStringLiteral("false")});
    readDemonstration(reader, config);
    config.registersEvery = reader.count(QStringLiteral("demonstration/registers_every"));
    readListen(reader, QStringLiteral("http/listen"), config.http);
    if (!reader.string(QStringLiteral("metrics/listen")).isEmpty()) {
        readListen(reader, QStringLiteral("metrics/listen"), config.metrics);
    }
    config.http.publicUrl = reader.url(QStringLiteral("http/public_url"));
    if (!config.http.publicUrl.path().isEmpty()) {
        reader.fail(QStringLiteral("http/public_url"), QStringLiteral("must have no path"));
    }
    if (config.http.publicUrl.isEmpty() && !config.demonstration) {
        reader.fail(QStringLiteral("http/public_url"), QStringLiteral("is missing"));
    }
    config.databaseUrl = reader.string(QStringLiteral("database/url"));
    config.franceConnect = readFranceConnect(reader, QStringLiteral("franceconnect"));
    config.franceConnectPlus = readFranceConnectPlus(reader, config.franceConnect);
    checkPortals(raw.portals, config.demonstration, reader);
    config.insee = readRegistry(reader, QStringLiteral("insee"));
    config.rne = readRegistry(reader, QStringLiteral("rne"));
    config.rcs = readRegistry(reader, QStringLiteral("rcs"));
    config.smtpUrl = reader.string(QStringLiteral("smtp/url"));
    config.smtpFrom = reader.string(QStringLiteral("smtp/from"));
    config.smtpAuthorities = reader.string(QStringLiteral("smtp/authorities"));
    config.supportEmail = reader.string(QStringLiteral("support/email"));
    config.keysFile = reader.string(QStringLiteral("keys/file"));
    config.logLevel =
        reader.oneOf(QStringLiteral("log/level"), {QStringLiteral("debug"), QStringLiteral("info"),
                                                   QStringLiteral("warning"), QStringLiteral("error")});
    if (reader.failure()) {
        return *reader.failure();
    }
    return config;
}

QString ServiceConfig::describeKeys()
{
    QString result;
    const auto describe = [&result, section = QString()](const Key& key) mutable {
        if (section != text(key.section)) {
            section = text(key.section);
            result += QStringLiteral("[%1]\n").arg(section);
        }
        const QString preset = key.preset == nullptr ? QStringLiteral(" (required)")
                               : *key.preset == '\0' ? QString()
                                                     : QStringLiteral(" (%1)").arg(text(key.preset));
        result += QStringLiteral("  %1%2  %3\n").arg(text(key.name), -19).arg(preset, text(key.meaning));
    };
    std::for_each(keys.begin(), keys.end(), describe);
    std::for_each(portalKeys.begin(), portalKeys.end(), describe);
    return result;
}

} // namespace proconnect::service
