// SPDX-License-Identifier: MIT
#include "tests/service/desk/DepartureBench.h"

namespace proconnect::service {

DepartureBench::DepartureBench()
{
    RegisteredCompany company;
    company.siren = desk.company.siren;
    company.name = QStringLiteral("MENUISERIE FABRE ET FILLES");
    company.address = QStringLiteral("12 rue des Tanneurs 35000 Rennes");
    (void)desk.bench.write([&](QSqlDatabase& connection) {
        return CompanyStore(*desk.bench.keys).save(connection, company, desk.bench.clock.now());
    });
    desk.portal.users = {user(QStringLiteral("LP"), QStringLiteral("Laurent Petit")),
                         user(QStringLiteral("ZB"), QStringLiteral("Zoé Blanc")),
                         user(QStringLiteral("CF"), QStringLiteral("FABRE Claire"))};
    for (const char* portal : {"impots", "urssaf", "asp"}) {
        desk.sync(portal);
    }
}

ServiceConfig DepartureBench::configuration()
{
    ServiceConfig config = DeskBench::configuration();
    config.portals.append({QStringLiteral("asp"), section(QStringLiteral("asp"))});
    config.portals.append({QStringLiteral("prodouane"), section(QStringLiteral("prodouane"))});
    for (PortalConfig& portal : config.portals) {
        portal.values.insert(QStringLiteral("closing_hours"), QStringLiteral("2"));
        portal.values.insert(QStringLiteral("restore_days"), QStringLiteral("30"));
    }
    config.portals[0].values.insert(QStringLiteral("opens_accounts"), QStringLiteral("true"));
    config.portals[2].values.insert(QStringLiteral("closes"), QStringLiteral("false"));
    config.portals[2].values.insert(QStringLiteral("letter_address"), QStringLiteral("ASP|75001 Paris"));
    config.portals[3].values.remove(QStringLiteral("scim_url"));
    config.portals[3].values.insert(QStringLiteral("method"), QStringLiteral("declared"));
    config.portals[3].values.insert(QStringLiteral("scopes"),
                                    QStringLiteral("compte.declarer revocation.recevoir"));
    return config;
}

QHash<QString, QString> DepartureBench::section(const QString& id)
{
    const QString base = QStringLiteral("http://%1.example").arg(id);
    return {{QStringLiteral("name"), id},
            {QStringLiteral("scim_url"), base + QStringLiteral("/scim/v2")},
            {QStringLiteral("events_url"), base + QStringLiteral("/evenements")},
            {QStringLiteral("client_id"), QStringLiteral("psp-") + id},
            {QStringLiteral("client_secret"), QStringLiteral("secret-") + id}};
}

QJsonObject DepartureBench::user(const QString& name, const QString& holder, bool administrator)
{
    QJsonObject made =
        ScimPortal::user(name, holder, name.toLower() + QStringLiteral("@fabre-filles.example"));
    QJsonObject extension = made[accountSchema()].toObject();
    QJsonObject role = extension[u"role"].toObject();
    role.insert(QStringLiteral("administrator"), administrator);
    extension.insert(QStringLiteral("role"), role);
    made.insert(accountSchema(), extension);
    return made;
}

void DepartureBench::administrator(const QString& name, bool yes)
{
    for (QJsonObject& each : desk.portal.users) {
        if (each[u"userName"].toString() == name) {
            each = user(name, each[u"name"][u"formatted"].toString(), yes);
        }
    }
    for (const char* portal : {"impots", "urssaf", "asp"}) {
        desk.sync(portal);
    }
}

PortalAccount DepartureBench::account(const QString& id)
{
    for (const PortalAccount& each : desk.snapshot().accounts) {
        if (each.id == id) {
            return each;
        }
    }
    return {};
}

Decision DepartureBench::start(const QStringList& portals, const std::optional<QDateTime>& at)
{
    Decision decision =
        desk.decision(DecisionKind::StartDeparture, QUuid::createUuid().toString(QUuid::WithoutBraces), 0);
    DepartureTerms terms{QStringLiteral("Laurent Petit"), {}, at};
    for (const QString& portal : portals) {
        terms.items.append(item(portal + QStringLiteral(":LP")));
    }
    decision.departure = terms;
    return decision;
}

Departure DepartureBench::departure()
{
    const auto departures = desk.snapshot().departures;
    return departures.isEmpty() ? Departure() : departures.first();
}

DepartureStep DepartureBench::step(const QString& account)
{
    for (const DepartureStep& each : departure().steps) {
        if (each.account == account) {
            return each;
        }
    }
    return {};
}

int DepartureBench::journalled(const QString& kind)
{
    int lines = 0;
    for (const JournalLine& line : desk.snapshot().journal) {
        lines += line.kind == kind ? 1 : 0;
    }
    return lines;
}

HttpResponse DepartureBench::get(const QString& path, const QHash<QByteArray, QByteArray>& more)
{
    QHash<QByteArray, QByteArray> headers{{"test-subject", desk.claire.person.subject.toUtf8()}};
    headers.insert(more);
    return desk.call("GET", QStringLiteral("/v1/companies/000058263/") + path, {}, headers);
}

HttpResponse DepartureBench::tellReason(const QString& departure, const QByteArray& reason)
{
    return desk.call(
        "PUT", QStringLiteral("/v1/companies/000058263/departures/%1/reason").arg(departure),
        R"({"reason":")" + reason + R"("})",
        {{"test-subject", desk.claire.person.subject.toUtf8()}, {"content-type", "application/json"}});
}

bool DepartureBench::evidenceIsWhole()
{
    const auto report = desk.bench.write(
        [&](QSqlDatabase& connection) { return EvidenceCheck(*desk.bench.keys).all(connection); });
    return report.ok() && report.value().links > 0 && report.value().faults.isEmpty();
}

} // namespace proconnect::service
