// SPDX-License-Identifier: MIT
#include "service/companies/CompanyObjections.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

Outcome<bool> isNoted(QSqlDatabase& connection, const QString& siren)
{
    auto rows =
        runQuery(connection, QStringLiteral("SELECT siren FROM company_objection WHERE siren = ?"), {siren});
    if (!rows) {
        return rows.failure();
    }
    return rows.value().next();
}

Outcome<Done> note(QSqlDatabase& connection, const QString& siren, const QDateTime& now)
{
    const auto noted =
        runQuery(connection,
                 QStringLiteral("INSERT INTO company_objection (siren, seen_at) VALUES (?, ?) "
                                "ON CONFLICT (siren) DO UPDATE SET seen_at = excluded.seen_at"),
                 {siren, toSql(now)});
    return noted ? Outcome<Done>(Done{}) : Outcome<Done>(noted.failure());
}

Outcome<Done> lift(QSqlDatabase& connection, const QString& siren)
{
    const auto lifted =
        runQuery(connection, QStringLiteral("DELETE FROM company_objection WHERE siren = ?"), {siren});
    return lifted ? Outcome<Done>(Done{}) : Outcome<Done>(lifted.failure());
}

bool isObjection(const certification::CompanyGate& gate)
{
    return !gate.active || !gate.covered || gate.disputed;
}

} // namespace

Outcome<CompanyFile> CompanyObjections::consult(RegistryDesk& registries, const SirenNumber& siren)
{
    auto file = registries.consult(siren);
    if (!file && file.failure().code != FailureCode::SirenUnknown) {
        return file;
    }
    const QString& digits = siren.digits();
    const auto noted =
        m_database.read<bool>([&](QSqlDatabase& connection) { return isNoted(connection, digits); });
    if (!noted) {
        return noted.failure();
    }
    const bool objected = !file || isObjection(file.value().gate);
    const bool silent = file && file.value().registerSilent();
    if (objected || (noted.value() && !silent)) {
        const auto kept = m_database.write<Done>([&](QSqlDatabase& connection) {
            return objected ? note(connection, digits, m_clock.now()) : lift(connection, digits);
        });
        if (!kept) {
            return kept.failure();
        }
    }
    if (file && ((objected && file.value().onlyYes()) || (noted.value() && silent))) {
        return Failure{FailureCode::RegistryUnavailable,
                       QStringLiteral("a register that had an objection does not answer"),
                       {}};
    }
    return file;
}

} // namespace proconnect::service
