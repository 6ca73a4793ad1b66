// SPDX-License-Identifier: MIT
#include "service/accounts/AccountDeclarations.h"

#include "service/storage/Database.h"

namespace proconnect::service {

void AccountDeclarations::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/portal/v1/account-declarations"),
               m_guard.guarding(scope::declareAccounts,
                                [this](const HttpRequest& request, const PortalConfiguration& portal) {
                                    return declare(request, portal);
                                }));
}

HttpResponse AccountDeclarations::declare(const HttpRequest& request, const PortalConfiguration& portal)
{
    if (!portal.scimUrl.isEmpty()) {
        return HttpResponse::problem(
            {FailureCode::Conflict, QStringLiteral("accounts are read from the portal's SCIM server"), {}});
    }
    const auto body = request.json();
    if (!body) {
        return HttpResponse::problem(body.failure());
    }
    const QDateTime now = m_clock.now();
    const auto declaration = readAccountDeclaration(body.value(), portal.portal, now);
    if (!declaration) {
        return HttpResponse::problem(declaration.failure());
    }
    const auto taken = m_database.write<DeclarationIntake::Taken>([&](QSqlDatabase& connection) {
        return m_intake.take(connection, portal.portal.id, declaration.value(), now);
    });
    if (!taken) {
        return HttpResponse::problem(taken.failure());
    }
    QJsonObject answer{{QStringLiteral("accounts"), declaration.value().accounts.size()},
                       {QStringLiteral("changed"), taken.value().changed}};
    if (declaration.value().page) {
        answer.insert(QStringLiteral("pagesLeft"), taken.value().pagesLeft);
    }
    return HttpResponse::json(200, answer);
}

} // namespace proconnect::service
