// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

namespace proconnect::service {

DeskBench::DeskBench(ServiceConfig configured) : config(std::move(configured))
{
    guard.people = {claire.person};
    guard.cursor = [this](const QString& siren) {
        return bench.database
            ->read<qint64>([&](QSqlDatabase& connection) { return currentCursor(connection, siren); })
            .value();
    };
    company.directors = {claire.person.subject};
    desk = DeskPart::create(platform, {guard, company, company, company, company, mailer,
                                       [this](const SirenNumber& siren) { return sirene(siren); }})
               .value();
}

DeskBench::~DeskBench() = default;

ServiceConfig DeskBench::configuration()
{
    ServiceConfig config;
    config.demonstration = true;
    for (const char* id : {"impots", "urssaf"}) {
        const QString name = QString::fromLatin1(id);
        const QString base = QStringLiteral("http://%1.example").arg(name);
        config.portals.append({name,
                               {{QStringLiteral("name"), name + QStringLiteral(".gouv.fr")},
                                {QStringLiteral("scim_url"), base + QStringLiteral("/scim/v2")},
                                {QStringLiteral("names_administrators"), QStringLiteral("true")},
                                {QStringLiteral("events_url"), base + QStringLiteral("/evenements")},
                                {QStringLiteral("client_id"), QStringLiteral("psp-") + name},
                                {QStringLiteral("client_secret"), QStringLiteral("secret-") + name}}});
    }
    return config;
}

HttpResponse DeskBench::call(const QByteArray& method, const QString& path, const QByteArray& body,
                             const QHash<QByteArray, QByteArray>& headers)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.headers = headers;
    return router.dispatch(request);
}

HttpResponse DeskBench::askToken(const QString& clientId, const QString& secret, const QString& scope)
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

QByteArray DeskBench::token(const QString& portalId)
{
    if (!tokens.contains(portalId)) {
        const auto answer = askToken(QStringLiteral("psp-") + portalId, QStringLiteral("secret-") + portalId);
        tokens.insert(portalId, "Bearer " + json(answer)[u"access_token"].toString().toLatin1());
    }
    return tokens.value(portalId);
}

QJsonObject DeskBench::depositBody(const QString& reference)
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
        {QStringLiteral("deadline"), QJsonObject{{QStringLiteral("label"), QStringLiteral("TVA d'octobre")},
                                                 {QStringLiteral("date"), QStringLiteral("2026-11-23")}}}};
}

HttpResponse DeskBench::deposit(const QJsonObject& body, const QByteArray& key, const QString& portalId)
{
    return call(
        "POST", QStringLiteral("/portal/v1/requests"), QJsonDocument(body).toJson(QJsonDocument::Compact),
        {{"authorization", token(portalId)}, {"content-type", "application/json"}, {"idempotency-key", key}});
}

CompanySnapshot DeskBench::snapshot()
{
    const auto answer = call("GET", QStringLiteral("/v1/companies/000058263/snapshot"), {},
                             {{"test-subject", claire.person.subject.toUtf8()}});
    return fromJson<CompanySnapshot>(json(answer)).value();
}

Decision DeskBench::decision(DecisionKind kind, const QString& target, int version) const
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

HttpResponse DeskBench::send(const TestDirector& director, const QByteArray& signedDecision)
{
    return call("POST", QStringLiteral("/v1/companies/000058263/decisions"), signedDecision,
                {{"test-subject", director.person.subject.toUtf8()}, {"content-type", "application/jose"}});
}

PortalLineStatus DeskBench::line(const QString& use) const
{
    for (const PortalLineStatus& line : desk->portalLines()) {
        if (line.portal == u"impots" && line.use == use) {
            return line;
        }
    }
    return {};
}

} // namespace proconnect::service
