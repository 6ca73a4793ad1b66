// SPDX-License-Identifier: MIT
#include "service/accounts/StoredCertifiedAccounts.h"

#include "service/storage/Database.h"

namespace proconnect::service {

Outcome<std::optional<QString>> StoredCertifiedAccounts::certifiedSubject(const QString& portalId,
                                                                          const QString& siren,
                                                                          const QString& portalAccountId)
{
    using Subject = std::optional<QString>;
    return m_database.read<Subject>([&](QSqlDatabase& connection) -> Outcome<Subject> {
        auto query =
            runQuery(connection,
                     QStringLiteral("SELECT certified_subject FROM portal_account WHERE siren = ? AND id = ? "
                                    "AND certification = 'certified' AND certified_subject <> '' "
                                    "AND state <> 'closed'"),
                     {siren, portalId + u':' + portalAccountId});
        if (!query) {
            return query.failure();
        }
        return query.value().next() ? Subject(query.value().value(0).toString()) : Subject();
    });
}

} // namespace proconnect::service
