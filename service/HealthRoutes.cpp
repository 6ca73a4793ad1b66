// SPDX-License-Identifier: MIT
#include "service/HealthRoutes.h"

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

HttpResponse publishedKeys(const ServiceKeys& keys)
{
    HttpResponse response = HttpResponse::json(200, keys.publicKeys());
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
                        [&keys = platform.keys](const HttpRequest&) { return publishedKeys(keys); });
}

} // namespace proconnect::service
