// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyStore.h"
#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

namespace proconnect::service {

/// A company with accounts of Laurent Petit on four portals: "impots" and "urssaf" close over SCIM and name
/// administrators, "impots" opens accounts too, "asp" closes by letter, "prodouane" when an event asks for
/// it.
struct DepartureBench
{
    DeskBench desk{configuration()};

    DepartureBench();

    static ServiceConfig configuration();
    static QHash<QString, QString> section(const QString& id);
    static QJsonObject user(const QString& name, const QString& holder, bool administrator = false);

    /// Makes somebody an administrator of every portal, or not.
    void administrator(const QString& name, bool yes);

    [[nodiscard]] PortalAccount account(const QString& id);
    [[nodiscard]] DepartureItem item(const QString& id) { return {id, account(id).version, {}, false}; }

    /// Of Laurent Petit's accounts on these portals.
    [[nodiscard]] Decision start(const QStringList& portals, const std::optional<QDateTime>& at = {});
    [[nodiscard]] HttpResponse decideOn(DecisionKind kind, const QString& account)
    {
        return desk.decide(desk.decision(kind, account, this->account(account).version));
    }
    [[nodiscard]] HttpResponse stop(const QString& departure)
    {
        return desk.decide(desk.decision(DecisionKind::StopDeparture, departure, 0));
    }

    [[nodiscard]] Departure departure();
    [[nodiscard]] DepartureStep step(const QString& account);
    [[nodiscard]] int journalled(const QString& kind);
    void turn() { desk.bench.jobs.run("departures"); }

    [[nodiscard]] HttpResponse get(const QString& path, const QHash<QByteArray, QByteArray>& more = {});
    [[nodiscard]] HttpResponse tellReason(const QString& departure, const QByteArray& reason);
    [[nodiscard]] int count(const QString& table)
    {
        return desk.bench.value(QStringLiteral("SELECT COUNT(*) FROM ") + table).toInt();
    }
    [[nodiscard]] static QString problem(const HttpResponse& response)
    {
        return DeskBench::json(response)[u"code"].toString();
    }
    [[nodiscard]] bool evidenceIsWhole();
};

} // namespace proconnect::service
