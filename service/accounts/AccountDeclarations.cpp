// SPDX-License-Identifier: MIT
#include "service/accounts/AccountDeclarations.h"

#include "service/accounts/PortalSources.h"
#include "service/companies/CompanyDirectory.h"
#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

#include <QJsonArray>
#include <QSet>

namespace proconnect::service {
namespace {

constexpr qint64 skewSeconds = 300;

struct Declaration
{
    QString siren;
    Report report = Report::Whole;
    QDateTime asOf;
    QList<ScimAccount> accounts;
};

Failure wrong(const QString& member)
{
    return {FailureCode::InvalidRequest, member, member};
}

Outcome<Declaration> read(const QJsonObject& body, const Portal& portal, const QDateTime& now)
{
    Declaration result;
    const auto siren = SirenNumber::parse(body[u"siren"].toString());
    if (!siren || siren->digits() != body[u"siren"].toString()) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren"), QStringLiteral("siren")};
    }
    result.siren = siren->digits();
    const QString kind = body[u"kind"].toString();
    if (kind != u"full" && kind != u"delta") {
        return wrong(QStringLiteral("kind"));
    }
    result.report = kind == u"full" ? Report::Whole : Report::Changes;
    result.asOf = QDateTime::fromString(body[u"asOf"].toString(), Qt::ISODate).toUTC();
    if (!result.asOf.isValid() || now.secsTo(result.asOf) > skewSeconds) {
        return wrong(QStringLiteral("asOf"));
    }
    if (!body[u"accounts"].isArray()) {
        return wrong(QStringLiteral("accounts"));
    }
    QSet<QString> seen;
    const QJsonArray accounts = body[u"accounts"].toArray();
    for (const QJsonValue value : accounts) {
        QJsonObject resource = value.toObject();
        if (!resource.contains(QStringLiteral("id"))) {
            resource.insert(QStringLiteral("id"), resource.value(QStringLiteral("userName")));
        }
        const auto account = readScimAccount(resource, portal, now);
        if (!account || account.value().siren != result.siren || seen.contains(account.value().account.id)) {
            return wrong(QStringLiteral("accounts[%1]").arg(result.accounts.size()));
        }
        seen.insert(account.value().account.id);
        result.accounts.append(account.value());
    }
    return result;
}

} // namespace

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
    const auto declared = read(body.value(), portal.portal, now);
    if (!declared) {
        return HttpResponse::problem(declared.failure());
    }
    const Declaration& declaration = declared.value();
    const QString& siren = declaration.siren;
    const auto taken = m_database.write<bool>([&](QSqlDatabase& connection) -> Outcome<bool> {
        const auto directors = m_companies.directorsOf(connection, siren);
        if (!directors) {
            return directors.failure();
        }
        if (directors.value().isEmpty()) {
            return Failure{FailureCode::NotFound, QStringLiteral("nobody leads this company here"), {}};
        }
        const auto last = PortalSources::lastAnswer(connection, siren, portal.portal.id);
        if (!last) {
            return last.failure();
        }
        if (last.value().isValid() && declaration.asOf < last.value()) {
            return Failure{FailureCode::Conflict, QStringLiteral("a newer declaration was taken"),
                           last.value().toString(Qt::ISODate)};
        }
        const auto before = m_store.versions(connection, siren, portal.portal.id);
        auto changed = before ? m_listings.take(connection, portal.portal.id, siren, declaration.accounts,
                                                before.value(), declaration.report, declaration.asOf, now)
                              : Outcome<bool>(before.failure());
        if (!changed) {
            return changed;
        }
        // One that changed nothing makes older ones old all the same.
        const auto raised = PortalSources::raise(connection, siren, portal.portal.id, declaration.asOf);
        if (!raised) {
            return raised.failure();
        }
        if (raised.value()) {
            if (const auto moved = advanceCursor(connection, siren); !moved) {
                return moved.failure();
            }
        }
        return changed;
    });
    return taken ? HttpResponse::json(200, {{QStringLiteral("accounts"), declaration.accounts.size()},
                                            {QStringLiteral("changed"), taken.value()}})
                 : HttpResponse::problem(taken.failure());
}

} // namespace proconnect::service
