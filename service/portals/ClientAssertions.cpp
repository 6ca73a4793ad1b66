// SPDX-License-Identifier: MIT
#include "service/portals/ClientAssertions.h"

#include "core/jose/Base64Url.h"
#include "core/jose/Jws.h"
#include "core/jose/StrictJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <optional>

namespace proconnect::service {
namespace {

constexpr qint64 skewSeconds = 60;
constexpr qint64 longestLife = 600;
constexpr qsizetype longestId = 128;
constexpr qsizetype largestAssertion = 8LL * 1024;

Failure refused(const char* why)
{
    return {FailureCode::Unauthorized, QStringLiteral("client assertion: ") + QLatin1String(why), {}};
}

JwsRules rules()
{
    JwsRules rules;
    rules.algorithms = {JwsAlgorithm::Es256, JwsAlgorithm::Rs256};
    rules.largest = largestAssertion;
    return rules;
}

/// What the assertion says of itself before anything is verified: only good for choosing the portal.
QString claimedIssuer(const QByteArray& assertion)
{
    const auto payload = base64url::decode(assertion.split('.').value(1));
    const auto claims = payload ? parseStrictJson(*payload) : Outcome<QJsonObject>(refused("payload"));
    return claims ? claims.value()[u"iss"].toString() : QString();
}

/// A token that the portal signed for another purpose bears that purpose's type.
bool isAssertionType(const QString& type)
{
    return type.isEmpty() || type.compare(u"JWT", Qt::CaseInsensitive) == 0 ||
           type == u"client-authentication+jwt";
}

bool fits(const Jwk& key, const JwsHeader& header)
{
    return key.use() != u"enc" && (header.keyId.isEmpty() || key.keyId() == header.keyId);
}

/// A NumericDate (RFC 7519): a number, never a text.
std::optional<qint64> instantOf(const QJsonObject& claims, const char* name)
{
    const QJsonValue value = claims.value(QLatin1String(name));
    constexpr double largest = 253402300799.0;
    const double seconds = value.toDouble(-1);
    return seconds < 0 || seconds > largest ? std::nullopt : std::optional(static_cast<qint64>(seconds));
}

/// Why the times do not do; null when they do.
const char* wrongTime(const QJsonObject& claims, qint64 now)
{
    const auto expiry = instantOf(claims, "exp");
    if (!expiry || *expiry <= now - skewSeconds || *expiry > now + longestLife + skewSeconds) {
        return "exp";
    }
    for (const char* name : {"iat", "nbf"}) {
        const auto at = instantOf(claims, name);
        const bool present = claims.contains(QLatin1String(name));
        if (present && (!at || *at > now + skewSeconds)) {
            return name;
        }
    }
    return nullptr;
}

} // namespace

ClientAssertions::ClientAssertions(Database& database, const Clock& clock, const PortalDirectory& portals,
                                   const QUrl& publicUrl)
    : m_database(database), m_clock(clock), m_portals(portals)
{
    const QString service = publicUrl.toString(QUrl::FullyEncoded);
    m_audiences = {service, service + QStringLiteral("/portal/v1/token")};
}

Outcome<const PortalConfiguration*> ClientAssertions::clientOf(const QByteArray& assertion)
{
    const auto header = Jws::readHeader(assertion, rules());
    if (!header) {
        return header.failure();
    }
    if (!isAssertionType(header.value().type)) {
        return refused("typ");
    }
    const PortalConfiguration* portal = m_portals.findClient(claimedIssuer(assertion));
    if (portal == nullptr) {
        return refused("iss");
    }
    std::optional<QJsonObject> claims;
    for (const Jwk& key : portal->clientKeys) {
        const auto verified = fits(key, header.value()) ? Jws::verify(assertion, key, rules())
                                                        : Outcome<VerifiedJws>(refused("key"));
        if (const auto read = verified ? verified.value().claims() : Outcome<QJsonObject>(refused("key"))) {
            claims = read.value();
            break;
        }
    }
    if (!claims) {
        return refused("signature");
    }
    if ((*claims)[u"iss"] != QJsonValue(portal->clientId) ||
        (*claims)[u"sub"] != QJsonValue(portal->clientId)) {
        return refused("sub");
    }
    QJsonValue audience = (*claims)[u"aud"];
    if (audience.isArray() && audience.toArray().size() == 1) {
        audience = audience.toArray().first();
    }
    if (!audience.isString() || !m_audiences.contains(audience.toString())) {
        return refused("aud");
    }
    if (const char* time = wrongTime(*claims, m_clock.now().toSecsSinceEpoch())) {
        return refused(time);
    }
    const QString id = (*claims)[u"jti"].toString();
    if (id.isEmpty() || id.size() > longestId) {
        return refused("jti");
    }
    const QDateTime expiry = QDateTime::fromSecsSinceEpoch(instantOf(*claims, "exp").value_or(0), Qt::UTC);
    const auto first = takeOnce(portal->clientId, id, expiry.addSecs(skewSeconds));
    return first ? Outcome<const PortalConfiguration*>(portal)
                 : Outcome<const PortalConfiguration*>(first.failure());
}

Outcome<Done> ClientAssertions::takeOnce(const QString& clientId, const QString& id, const QDateTime& expiry)
{
    const QString hash = QString::fromLatin1(
        QCryptographicHash::hash((clientId + u'\n' + id).toUtf8(), QCryptographicHash::Sha256).toHex());
    const auto stored = m_database.claim<int>([&](QSqlDatabase& connection) -> Outcome<int> {
        const auto purged =
            runQuery(connection, QStringLiteral("DELETE FROM client_assertion WHERE expires_at < ?"),
                     {toSql(m_clock.now())});
        if (!purged) {
            return purged.failure();
        }
        const auto inserted = runQuery(
            connection,
            QStringLiteral(
                "INSERT INTO client_assertion (hash, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING"),
            {hash, toSql(expiry)});
        return inserted ? Outcome<int>(inserted.value().numRowsAffected()) : Outcome<int>(inserted.failure());
    });
    if (!stored) {
        return stored.failure();
    }
    return stored.value() == 1 ? Outcome<Done>(Done{}) : Outcome<Done>(refused("jti was used before"));
}

} // namespace proconnect::service
