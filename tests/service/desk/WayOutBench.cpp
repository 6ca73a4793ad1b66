// SPDX-License-Identifier: MIT
#include "tests/service/desk/WayOutBench.h"

namespace proconnect::service {
namespace {

const QStringList places{QStringLiteral("00005826300013"), QStringLiteral("00005826300021")};

} // namespace

WayOutBench::WayOutBench()
{
    portal().users.append(shared());
    for (const char* each : {"impots", "urssaf", "asp"}) {
        desk.sync(each);
    }
}

QJsonObject WayOutBench::shared(bool administrator)
{
    QJsonObject made = user(QStringLiteral("CC"), QString(), administrator);
    made.insert(
        QStringLiteral("emails"),
        QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("compta@fabre-filles.example")}}});
    QJsonObject extension = made[accountSchema()].toObject();
    extension.insert(QStringLiteral("siret"), QJsonArray::fromStringList(places));
    extension.insert(QStringLiteral("rights"), QJsonArray{right(QStringLiteral("DECLARER_TVA"), false),
                                                          right(QStringLiteral("PAYER_TVA"), true)});
    extension.insert(QStringLiteral("signals"),
                     QJsonArray{QJsonObject{{QStringLiteral("value"), QStringLiteral("genericAddress")}}});
    made.insert(accountSchema(), extension);
    return made;
}

QJsonObject WayOutBench::right(const QString& code, bool payment)
{
    return {{QStringLiteral("value"), code},
            {QStringLiteral("display"), code},
            {QStringLiteral("payment"), payment}};
}

Newcomer WayOutBench::marc()
{
    return {QStringLiteral("Marc Noël"),
            QStringLiteral("marc.noel@fabre-filles.example"),
            {QStringLiteral("DECLARER_TVA"), QStringLiteral("PAYER_TVA")},
            places};
}

Newcomer WayOutBench::zoe()
{
    return {QStringLiteral("Zoé Blanc"),
            QStringLiteral("zb@fabre-filles.example"),
            {QStringLiteral("DECLARER_TVA")},
            places};
}

Decision WayOutBench::wayOut(const QString& onPortal, const QList<Newcomer>& newcomers)
{
    Decision decision =
        desk.decision(DecisionKind::StartDeparture, QUuid::createUuid().toString(QUuid::WithoutBraces), 0);
    decision.departure = DepartureTerms{QStringLiteral("compta@fabre-filles.example"),
                                        {item(onPortal + QStringLiteral(":CC"))},
                                        hour(),
                                        newcomers};
    return decision;
}

Departure WayOutBench::current()
{
    const auto all = desk.snapshot().waysOut;
    return all.isEmpty() ? Departure() : all.first();
}

NewcomerProgress WayOutBench::newcomer(const QString& name)
{
    for (const NewcomerProgress& one : current().newcomers) {
        if (one.newcomer.name == name) {
            return one;
        }
    }
    return {};
}

void WayOutBench::reachHour()
{
    desk.bench.clock.advance(24LL * 3600 + 1);
    look();
}

void WayOutBench::look()
{
    turn();
    turn();
}

int WayOutBench::evidence(const QString& kind)
{
    return desk.bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = '%1'").arg(kind))
        .toInt();
}

QJsonObject WayOutBench::lastEvidence(const QString& kind)
{
    const auto links = desk.bench.write([this](QSqlDatabase& connection) {
        return EvidenceChain(*desk.bench.keys).links(connection, desk.company.siren);
    });
    QJsonObject latest;
    for (const EvidenceLink& link : links.ok() ? links.value() : QList<EvidenceLink>()) {
        latest = link.kind == kind ? link.content : latest;
    }
    return latest;
}

} // namespace proconnect::service
