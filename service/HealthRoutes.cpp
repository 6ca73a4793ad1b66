// SPDX-License-Identifier: MIT
#include "service/HealthRoutes.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

HttpResponse ready(Database& database)
{
    const auto answered = database.read<Done>([](QSqlDatabase& connection) -> Outcome<Done> {
        const auto row = runQuery(connection, QStringLiteral("SELECT 1"));
        return row ? Outcome<Done>(Done{}) : row.failure();
    });
    return answered ? HttpResponse::json(200, {{QStringLiteral("status"), QStringLiteral("ready")}})
                    : HttpResponse::problem({FailureCode::ServiceUnavailable, {}, {}});
}

HttpResponse publishedKeys(const Platform& platform)
{
    QJsonObject set = platform.keys.publicKeys();
    if (platform.encryptionPair) {
        QJsonArray keys = set.value(QStringLiteral("keys")).toArray();
        keys.append(platform.encryptionPair->publicJson());
        set.insert(QStringLiteral("keys"), keys);
    }
    HttpResponse response = HttpResponse::json(200, set);
    response.headers = {{"Content-Type", "application/jwk-set+json"},
                        {"Cache-Control", "public, max-age=600"}};
    return response;
}

/// Also those that no longer sign: a receipt stays what it was when it was given.
HttpResponse receiptKeys(const ServiceKeys& keys)
{
    QJsonArray published;
    for (const Jwk& key : keys.evidenceKeys()) {
        QJsonObject json = key.publicJson();
        json.insert(QStringLiteral("kid"), key.thumbprint());
        json.insert(QStringLiteral("use"), QStringLiteral("sig"));
        json.insert(QStringLiteral("alg"), QStringLiteral("ES256"));
        published.append(json);
    }
    HttpResponse response = HttpResponse::json(200, {{QStringLiteral("keys"), published}});
    response.headers = {{"Content-Type", "application/jwk-set+json"},
                        {"Cache-Control", "public, max-age=600"}};
    return response;
}

} // namespace

void registerHealthRoutes(const Platform& platform)
{
    platform.router.add("GET", QStringLiteral("/healthz"), [](const HttpRequest&) {
        return HttpResponse::json(200, {{QStringLiteral("status"), QStringLiteral("ok")}});
    });
    platform.router.add("GET", QStringLiteral("/readyz"),
                        [&database = platform.database](const HttpRequest&) { return ready(database); });
    platform.router.add("GET", QStringLiteral("/.well-known/jwks.json"),
                        [&platform](const HttpRequest&) { return publishedKeys(platform); });
    platform.router.add("GET", QStringLiteral("/.well-known/receipt-keys.json"),
                        [&keys = platform.keys](const HttpRequest&) { return receiptKeys(keys); });
}

} // namespace proconnect::service
