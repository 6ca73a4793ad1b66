// SPDX-License-Identifier: MIT
#include "service/EvidenceAudit.h"

#include "service/evidence/EvidenceCheck.h"
#include "service/keys/DatabaseKeys.h"

namespace proconnect::service {
namespace {

constexpr int faultFound = 1;
constexpr int unreadable = 2;

CommandLineAnswer trouble(const QString& what)
{
    return {QStringLiteral("proconnectd audit: %1\n").arg(what), unreadable};
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
        [&](QSqlDatabase& connection) { return EvidenceCheck(*keys.value()).all(connection); });
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
