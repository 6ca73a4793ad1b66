// SPDX-License-Identifier: MIT
#include "service/accounts/AccountListings.h"

#include "service/accounts/PortalSources.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"

namespace proconnect::service {

Outcome<bool> AccountListings::take(QSqlDatabase& connection, const QString& portal, const QString& siren,
                                    const QList<ScimAccount>& listing, const QHash<QString, int>& before,
                                    Report report, const QDateTime& asOf, const QDateTime& now) const
{
    const auto changes = m_store.takeListing(connection, siren, portal, listing, before, report);
    if (!changes) {
        return changes.failure();
    }
    const auto note = [&](const QStringList& people, const QString& kind) -> Outcome<Done> {
        for (const QString& person : people) {
            const auto line = m_journal.add(connection, siren, {0, now, kind, person, {}, portal});
            if (!line) {
                return line.failure();
            }
        }
        return Done{};
    };
    if (const auto noted = note(changes.value().closed, QStringLiteral("account.closed")); !noted) {
        return noted.failure();
    }
    if (const auto noted = note(changes.value().reopened, QStringLiteral("account.reopened")); !noted) {
        return noted.failure();
    }
    const auto answered = PortalSources::answered(connection, siren, portal, asOf, changes.value().any);
    if (!answered) {
        return answered.failure();
    }
    if (changes.value().any || answered.value()) {
        if (const auto moved = advanceCursor(connection, siren); !moved) {
            return moved.failure();
        }
    }
    return changes.value().any;
}

} // namespace proconnect::service
