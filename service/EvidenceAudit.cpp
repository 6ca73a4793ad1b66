// SPDX-License-Identifier: MIT
#include "service/EvidenceAudit.h"

#include "service/evidence/EvidenceCheck.h"
#include "service/keys/DatabaseKeys.h"
#include "service/storage/SqlFailure.h"

#include <QSqlError>
#include <QSqlQuery>

#include <utility>

namespace proconnect::service {
namespace {

constexpr int faultFound = 1;
constexpr int unreadable = 2;

CommandLineAnswer trouble(const QString& what)
{
    return {QStringLiteral("proconnectd audit: %1\n").arg(what), unreadable};
}

/// Every chain as it was at one instant: a service that runs meanwhile goes on adding to them.
Outcome<EvidenceReport> checkedAtOnce(QSqlDatabase& connection, const ServiceKeys& keys)
{
    const bool postgresql = connection.driverName() == QLatin1String("QPSQL");
    QSqlQuery transaction(connection);
    if (!transaction.exec(postgresql ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                                     : QStringLiteral("BEGIN"))) {
        return noteSqlFailure(transaction.lastError());
    }
    auto report = EvidenceCheck(keys).all(connection);
    const bool ended = transaction.exec(QStringLiteral("ROLLBACK"));
    return ended || !report ? std::move(report) : noteSqlFailure(transaction.lastError());
}

} // namespace

CommandLineAnswer verifyEvidence(const ServiceConfig& config)
{
    const auto database = Database::openAsItIs(config.databaseUrl);
    if (!database) {
        return trouble(database.failure().detail);
    }
    const auto keys = keysToRead(config.keysFile, *database.value());
    if (!keys) {
        return trouble(keys.failure().detail);
    }
    const auto report = database.value()->read<EvidenceReport>(
        [&](QSqlDatabase& connection) { return checkedAtOnce(connection, *keys.value()); });
    if (!report) {
        return trouble(report.failure().detail);
    }
    QString text = QStringLiteral("%1 links of evidence, %2 companies, %3 faults\n")
                       .arg(report.value().links)
                       .arg(report.value().companies)
                       .arg(report.value().faults.size());
    for (const EvidenceFault& fault : report.value().faults) {
        text += QStringLiteral("%1 %2 %3\n")
                    .arg(fault.siren, QString::number(fault.sequence), evidenceFaultName(fault.kind));
    }
    return {text, report.value().faults.isEmpty() ? 0 : faultFound};
}

} // namespace proconnect::service
