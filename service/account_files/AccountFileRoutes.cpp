// SPDX-License-Identifier: MIT
#include "service/account_files/AccountFileRoutes.h"

#include "service/account_files/AccountFileReading.h"
#include "service/http/Router.h"
#include "service/journal/Journal.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

Failure wrong(const char* parameter)
{
    return {FailureCode::InvalidRequest, QLatin1String(parameter), QLatin1String(parameter)};
}

QString parameter(const HttpRequest& request, const char* name)
{
    return request.query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

Outcome<std::optional<AccountDeclaration::Page>> pageOf(const HttpRequest& request)
{
    using Page = std::optional<AccountDeclaration::Page>;
    if (!request.query.hasQueryItem(QStringLiteral("series"))) {
        return Page();
    }
    const AccountDeclaration::Page page{parameter(request, "series"), parameter(request, "number").toInt(),
                                        parameter(request, "of").toInt()};
    return isPossible(page) ? Outcome<Page>(page) : Outcome<Page>(wrong("series"));
}

} // namespace

void AccountFileRoutes::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/v1/companies/{siren}/account-files/{portal}"),
               [this](const HttpRequest& request) { return handIn(request); });
}

HttpResponse AccountFileRoutes::handIn(const HttpRequest& request)
{
    const auto person = m_parts.sessions.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& siren = named.value().digits();
    if (const auto recent = m_parts.sessions.requireRecentSignIn(person.value()); !recent) {
        return HttpResponse::problem(recent.failure());
    }
    const auto standing = m_parts.rights.require(person.value().subject, siren, MandateUse::Acting);
    if (!standing) {
        return HttpResponse::problem(standing.failure());
    }
    if (!standing.value().mandate) {
        return HttpResponse::problem(
            {FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}});
    }
    const auto declaration = read(request, siren);
    if (!declaration) {
        return HttpResponse::problem(declaration.failure());
    }
    const QString portal = request.parameters.value(QStringLiteral("portal"));
    const auto taken = m_parts.database.write<DeclarationIntake::Taken>([&](QSqlDatabase& connection) {
        return take(connection, person.value(), portal, declaration.value());
    });
    if (!taken) {
        return HttpResponse::problem(taken.failure());
    }
    return HttpResponse::json(200, {{QStringLiteral("accounts"), declaration.value().accounts.size()},
                                    {QStringLiteral("changed"), taken.value().changed},
                                    {QStringLiteral("pagesLeft"), taken.value().pagesLeft}});
}

Outcome<AccountDeclaration> AccountFileRoutes::read(const HttpRequest& request, const QString& siren) const
{
    const PortalConfiguration* portal =
        m_parts.portals.find(request.parameters.value(QStringLiteral("portal")));
    if (portal == nullptr) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such portal"), {}};
    }
    if (!portal->scimUrl.isEmpty() || portal->method != PortalSource::Method::File) {
        return Failure{FailureCode::Conflict, QStringLiteral("its accounts do not come in files"), {}};
    }
    if (!request.header("content-type").toLower().startsWith("text/csv")) {
        return wrong("content-type");
    }
    constexpr qint64 skewSeconds = 300;
    const QDateTime now = m_parts.clock.now();
    AccountDeclaration declaration;
    declaration.siren = siren;
    declaration.asOf = QDateTime::fromString(parameter(request, "asOf"), Qt::ISODate).toUTC();
    if (!declaration.asOf.isValid() || now.secsTo(declaration.asOf) > skewSeconds) {
        return wrong("asOf");
    }
    if (request.query.hasQueryItem(QStringLiteral("replaces"))) {
        const QDateTime newer = QDateTime::fromString(parameter(request, "replaces"), Qt::ISODate).toUTC();
        if (!newer.isValid() || newer <= declaration.asOf) {
            return wrong("replaces");
        }
        declaration.replaces = newer;
    }
    const auto page = pageOf(request);
    if (!page) {
        return page.failure();
    }
    declaration.page = page.value();
    auto accounts = accountsOfFile(request.body, siren, portal->portal, now);
    if (!accounts) {
        return accounts.failure();
    }
    declaration.accounts = std::move(accounts).value();
    return declaration;
}

Outcome<DeclarationIntake::Taken> AccountFileRoutes::take(QSqlDatabase& connection,
                                                          const SignedInPerson& person, const QString& portal,
                                                          const AccountDeclaration& declaration)
{
    const auto standing = m_parts.rights.held(connection, person.subject, declaration.siren);
    if (!standing || !standing.value().mandate) {
        return standing ? Failure{FailureCode::NotAllowed, QStringLiteral("no mandate any more"), {}}
                        : standing.failure();
    }
    const QDateTime now = m_parts.clock.now();
    auto taken = m_intake.take(connection, portal, declaration, now);
    if (!taken || taken.value().pagesLeft > 0) {
        return taken;
    }
    const QString kind =
        taken.value().replaced ? QStringLiteral("accounts.replaced") : QStringLiteral("accounts.handedIn");
    const auto line =
        m_parts.journal.add(connection, declaration.siren, {0, now, kind, {}, person.displayName, portal});
    return line ? taken : Outcome<DeclarationIntake::Taken>(line.failure());
}

} // namespace proconnect::service
