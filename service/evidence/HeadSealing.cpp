// SPDX-License-Identifier: MIT
#include "service/evidence/HeadSealing.h"

#include "service/evidence/EvidenceCheck.h"
#include "service/evidence/EvidenceLink.h"
#include "service/evidence/EvidenceSeals.h"
#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr int batch = 500;

Outcome<QStringList> companiesAfter(QSqlDatabase& connection, const QString& after)
{
    auto rows = runQuery(
        connection, QStringLiteral("SELECT siren FROM evidence_head WHERE siren > ? ORDER BY siren LIMIT ?"),
        {after, batch});
    if (!rows) {
        return rows.failure();
    }
    QStringList sirens;
    while (rows.value().next()) {
        sirens.append(rows.value().value(0).toString());
    }
    return sirens;
}

} // namespace

Outcome<HeadSealing::Report> HeadSealing::run()
{
    Report report;
    QString after = QStringLiteral("");
    while (true) {
        const auto sirens = m_database.read<QStringList>(
            [&after](QSqlDatabase& connection) { return companiesAfter(connection, after); });
        if (!sirens) {
            return sirens.failure();
        }
        if (sirens.value().isEmpty()) {
            return report;
        }
        for (const QString& siren : sirens.value()) {
            const auto sealed = sealOne(siren);
            if (!sealed) {
                return sealed.failure();
            }
            report.sealed += sealed.value() ? 1 : 0;
            if (!sealed.value()) {
                report.faulty.append(siren);
            }
        }
        after = sirens.value().last();
    }
}

Outcome<bool> HeadSealing::sealOne(const QString& siren)
{
    return m_database.write<bool>([&](QSqlDatabase& connection) -> Outcome<bool> {
        const auto checked = EvidenceCheck(m_keys).company(connection, siren);
        if (!checked) {
            return checked.failure();
        }
        if (!checked.value().faults.isEmpty()) {
            return false;
        }
        auto head = runQuery(
            connection, QStringLiteral("SELECT sequence, hash FROM evidence_head WHERE siren = ?"), {siren});
        if (!head) {
            return head.failure();
        }
        if (!head.value().next()) {
            return true;
        }
        const QJsonObject claims =
            sealClaims(siren, head.value().value(0).toLongLong(), head.value().value(1).toString());
        head.value().finish();
        const auto written =
            runQuery(connection, QStringLiteral("UPDATE evidence_head SET seal = ? WHERE siren = ?"),
                     {QString::fromLatin1(m_keys.sign(claims, evidenceHeadType.toLatin1())), siren});
        return written ? Outcome<bool>(true) : Outcome<bool>(written.failure());
    });
}

} // namespace proconnect::service
