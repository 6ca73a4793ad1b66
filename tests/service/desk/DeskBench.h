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
    /// What SIRENE says of companies that nobody attached.
    CompanyLookup sirene = [](const SirenNumber&) {
        return Outcome<RegisteredCompany>(Failure{FailureCode::RegistryUnavailable, {}, {}});
    };
    std::unique_ptr<DeskPart> desk;
    QHash<QString, QByteArray> tokens;

    explicit DeskBench(ServiceConfig configured = configuration());
    ~DeskBench();

    static ServiceConfig configuration();

    HttpResponse call(const QByteArray& method, const QString& path, const QByteArray& body = {},
                      const QHash<QByteArray, QByteArray>& headers = {});

    [[nodiscard]] static QJsonObject json(const HttpResponse& response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }

    HttpResponse askToken(const QString& clientId, const QString& secret, const QString& scope = {});

    QByteArray token(const QString& portalId = QStringLiteral("impots"));

    [[nodiscard]] static QJsonObject depositBody(const QString& reference = QStringLiteral("IMP-1"));

    HttpResponse deposit(const QJsonObject& body, const QByteArray& key = "key-1",
                         const QString& portalId = QStringLiteral("impots"));

    /// Deposits the usual request and gives its reference.
    QString deposited() { return json(deposit(depositBody()))[u"reference"].toString(); }

    CompanySnapshot snapshot();

    [[nodiscard]] Decision decision(DecisionKind kind, const QString& target, int version) const;

    HttpResponse send(const TestDirector& director, const QByteArray& signedDecision);
    HttpResponse decide(const Decision& decision) { return send(claire, claire.sign(decision)); }

    void deliver(const std::string& portalId = "impots") { bench.jobs.run("deliveries." + portalId); }
    /// How that way to "impots" stands.
    [[nodiscard]] PortalLineStatus line(const QString& use) const;
    /// Writes the messages to the company that are due.
    void tell() { bench.jobs.run("company-notices"); }
    void sync(const std::string& portalId = "impots") { bench.jobs.run("accounts." + portalId); }
};

} // namespace proconnect::service
