// SPDX-License-Identifier: MIT
#pragma once

#include "service/delegations/ActingRights.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Who is told of a company's requests beside the company: delegates, each of those that they may answer.
class RequestDelegates
{
public:
    RequestDelegates(DelegationStore store, ActingRights& rights) : m_store(store), m_rights(rights) {}

    /// One delegate, where the director who named them said that they are written to.
    struct Told
    {
        QString address;
        QStringList references; ///< in the order of the requests
    };
    /// Delegates who may answer some of `requests` at `now`: in scope, below the ceiling, and not their own.
    /// A delegation is worth what its delegator's mandate is worth, as the database knows it.
    [[nodiscard]] Outcome<QList<Told>> of(QSqlDatabase& connection, const QString& siren,
                                          const QList<AccessRequest>& requests, const QDateTime& now) const;

private:
    [[nodiscard]] static Told toldTo(const Standing& delegate, const QList<AccessRequest>& requests,
                                     const QDateTime& now);

    DelegationStore m_store;
    ActingRights& m_rights;
};

} // namespace proconnect::service
