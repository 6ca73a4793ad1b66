// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/ModelJson.h"
#include "service/desk/DeskPart.h"
#include "service/journal/CompanyCursor.h"
#include "tests/service/support/Neighbours.h"
#include "tests/service/support/ScimPortal.h"
#include "tests/service/support/ServiceBench.h"

#include <QUrlQuery>

namespace proconnect::service {

/// The whole desk behind its routes, with two portals whose answers the test chooses.
struct DeskBench
{
    ServiceBench bench;
    ScimPortal portal;
    ScriptedHttpClient http{portal.script()};
    OneCompany company;
    OpenGuard guard;
    RecordingMailer mailer;
    TestDirector claire{QStringLiteral("Claire Fabre")};
    ServiceConfig config;
    QByteArray logged;
    Log log{Log::Level::Error, bench.clock, [this](const QByteArray& line) { logged += line; }};
    Router router;
    Platform platform{config,          bench.clock, log,
                      *bench.database, *bench.keys, http,
                      bench.jobs,      router,      QUrl(QStringLiteral("http://127.0.0.1:8800"))};
    std::unique_ptr<DeskPart> desk;
    QHash<QString, QByteArray> tokens;

    explicit DeskBench(ServiceConfig configured = configuration()) : config(std::move(configured))
    {
        guard.people = {claire.person};
        guard.cursor = [this](const QString& siren) {
            return bench.database
                ->read<qint64>([&](QSqlDatabase& connection) { return currentCursor(connection, siren); })
                .value();
        };
        company.directors = {claire.person.subject};
        desk = DeskPart::create(platform, {guard, company, company, company, company, mailer}).value();
    }

    static ServiceConfig configuration()
    {
        ServiceConfig config;
        config.demonstration = true;
        for (const char* id : {"impots", "urssaf"}) {
            const QString name = QString::fromLatin1(id);
            const QString base = QStringLiteral("http://%1.example").arg(name);
            config.portals.append({name,
                                   {{QStringLiteral("name"), name + QStringLiteral(".gouv.fr")},
                                    {QStringLiteral("scim_url"), base + QStringLiteral("/scim/v2")},
                                    {QStringLiteral("events_url"), base + QStringLiteral("/evenements")},
                                    {QStringLiteral("client_id"), QStringLiteral("psp-") + name},
                                    {QStringLiteral("client_secret"), QStringLiteral("secret-") + name}}});
        }
        return config;
    }

    HttpResponse call(const QByteArray& method, const QString& path, const QByteArray& body = {},
                      const QHash<QByteArray, QByteArray>& headers = {})
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.headers = headers;
        return router.dispatch(request);
    }

    [[nodiscard]] static QJsonObject json(const HttpResponse& response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    HttpResponse askToken(const QString& clientId, const QString& secret, const QString& scope = {})
    {
        QUrlQuery form{{QStringLiteral("grant_type"), QStringLiteral("client_credentials")},
                       {QStringLiteral("client_id"), clientId},
                       {QStringLiteral("client_secret"), secret}};
        if (!scope.isEmpty()) {
            form.addQueryItem(QStringLiteral("scope"), scope);
        }
        return call("POST", QStringLiteral("/portal/v1/token"), form.toString(QUrl::FullyEncoded).toLatin1(),
                    {{"content-type", "application/x-www-form-urlencoded"}});
    }

    QByteArray token(const QString& portalId = QStringLiteral("impots"))
    {
        if (!tokens.contains(portalId)) {
            const auto answer =
                askToken(QStringLiteral("psp-") + portalId, QStringLiteral("secret-") + portalId);
            tokens.insert(portalId, "Bearer " + json(answer)[u"access_token"].toString().toLatin1());
        }
        return tokens.value(portalId);
    }

    [[nodiscard]] static QJsonObject depositBody(const QString& reference = QStringLiteral("IMP-1"))
    {
        return {
            {QStringLiteral("siren"), QStringLiteral("000058263")},
            {QStringLiteral("portalReference"), reference},
            {QStringLiteral("nature"), QStringLiteral("INSCRIPTION")},
            {QStringLiteral("givenName"), QStringLiteral("Karim")},
            {QStringLiteral("familyName"), QStringLiteral("Haddad")},
            {QStringLiteral("email"), QStringLiteral("karim.haddad@delorme-associes.example")},
            {QStringLiteral("jobTitle"), QStringLiteral("Collaborateur paie")},
            {QStringLiteral("role"), QJsonObject{{QStringLiteral("value"), QStringLiteral("DELEGATAIRE")},
                                                 {QStringLiteral("display"), QStringLiteral("Délégataire")},
                                                 {QStringLiteral("administrator"), false}}},
            {QStringLiteral("rights"),
             QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("DECLARER_TVA")},
                                    {QStringLiteral("display"), QStringLiteral("Déclarer la TVA")},
                                    {QStringLiteral("payment"), false}}}},
            {QStringLiteral("sirets"), QJsonArray{QStringLiteral("00005826300013")}},
            {QStringLiteral("until"), QStringLiteral("2027-12-31")},
            {QStringLiteral("message"), QStringLiteral("Je reprends la TVA.\nMerci.")},
            {QStringLiteral("requestedAt"), QStringLiteral("2026-11-20T18:47:00+01:00")},
            {QStringLiteral("deadline"),
             QJsonObject{{QStringLiteral("label"), QStringLiteral("TVA d'octobre")},
                         {QStringLiteral("date"), QStringLiteral("2026-11-23")}}}};
    }

    HttpResponse deposit(const QJsonObject& body, const QByteArray& key = "key-1",
                         const QString& portalId = QStringLiteral("impots"))
    {
        return call("POST", QStringLiteral("/portal/v1/requests"),
                    QJsonDocument(body).toJson(QJsonDocument::Compact),
                    {{"authorization", token(portalId)},
                     {"content-type", "application/json"},
                     {"idempotency-key", key}});
    }

    /// Deposits the usual request and gives its reference.
    QString deposited() { return json(deposit(depositBody()))[u"reference"].toString(); }

    CompanySnapshot snapshot()
    {
        const auto answer = call("GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
                                 {{"test-subject", claire.person.subject.toUtf8()}});
        return fromJson<CompanySnapshot>(json(answer)).value();
    }

    [[nodiscard]] Decision decision(DecisionKind kind, const QString& target, int version) const
    {
        Decision decision;
        decision.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        decision.kind = kind;
        decision.siren = company.siren;
        decision.target = target;
        decision.targetVersion = version;
        decision.shown = QStringLiteral("Accepter");
        decision.decidedAt = bench.clock.now();
        if (kind == DecisionKind::RefuseRequest) {
            decision.reason = RefusalReason::NotNeeded;
        }
        return decision;
    }

    HttpResponse send(const TestDirector& director, const QByteArray& signedDecision)
    {
        return call(
            "POST", QStringLiteral("/v1/companies/000058263/decisions"), signedDecision,
            {{"test-subject", director.person.subject.toUtf8()}, {"content-type", "application/jose"}});
    }
    HttpResponse decide(const Decision& decision) { return send(claire, claire.sign(decision)); }

    void deliver(const std::string& portalId = "impots") { bench.jobs.run("deliveries." + portalId); }
    /// How that way to "impots" stands.
    [[nodiscard]] PortalLineStatus line(const QString& use) const
    {
        for (const PortalLineStatus& line : desk->portalLines()) {
            if (line.portal == u"impots" && line.use == use) {
                return line;
            }
        }
        return {};
    }
    /// Writes the messages to the company that are due.
    void tell() { bench.jobs.run("company-notices"); }
    void sync(const std::string& portalId = "impots") { bench.jobs.run("accounts." + portalId); }
};

} // namespace proconnect::service
