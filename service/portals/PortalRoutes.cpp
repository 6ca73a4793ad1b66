// SPDX-License-Identifier: MIT
#include "service/portals/PortalRoutes.h"

#include "core/model/BusinessNumbers.h"
#include "service/http/Router.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestAccountId = 128;

QString nameOf(DirectorAnswer::Value value)
{
    switch (value) {
    case DirectorAnswer::Value::Yes:
        return QStringLiteral("yes");
    case DirectorAnswer::Value::No:
        return QStringLiteral("no");
    case DirectorAnswer::Value::Unavailable:
        break;
    }
    return QStringLiteral("unavailable");
}

} // namespace

void PortalRoutes::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/portal/v1/token"),
               [this](const HttpRequest& request) { return m_tokens.issue(request); });
    router.add("POST", QStringLiteral("/portal/v1/director-verifications"),
               m_guard.guarding(scope::verifyDirector,
                                [this](const HttpRequest& request, const PortalConfiguration& portal) {
                                    return verify(request, portal);
                                }));
}

HttpResponse PortalRoutes::verify(const HttpRequest& request, const PortalConfiguration& portal)
{
    const auto body = request.json();
    if (!body) {
        return HttpResponse::problem(body.failure());
    }
    const QString siren = body.value()[u"siren"].toString();
    const QString account = body.value()[u"portalAccountId"].toString();
    const auto parsed = SirenNumber::parse(siren);
    if (!parsed || parsed->digits() != siren) {
        return HttpResponse::problem(
            {FailureCode::SirenInvalid, QStringLiteral("siren"), QStringLiteral("siren")});
    }
    if (account.isEmpty() || account.size() > longestAccountId) {
        return HttpResponse::problem({FailureCode::InvalidRequest, QStringLiteral("portalAccountId"),
                                      QStringLiteral("portalAccountId")});
    }
    const auto answer = m_verification.answer(portal.portal.id, siren, account);
    if (!answer) {
        return HttpResponse::problem(answer.failure());
    }
    QJsonObject json{{QStringLiteral("answer"), nameOf(answer.value().value)}};
    if (!answer.value().function.isEmpty()) {
        json.insert(QStringLiteral("function"), answer.value().function);
    }
    if (answer.value().asOf.isValid()) {
        json.insert(QStringLiteral("asOf"), answer.value().asOf.toUTC().toString(Qt::ISODate));
    }
    return HttpResponse::json(200, json);
}

} // namespace proconnect::service
