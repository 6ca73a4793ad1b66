// SPDX-License-Identifier: MIT
#include "service/requests/RequestDelegates.h"

#include "core/model/DelegationScope.h"

#include <QSet>

#include <algorithm>

namespace proconnect::service {
namespace {

/// Whoever acts for nobody now, or cannot before they have signed in: they are not told.
bool isAboutStanding(const Failure& failure)
{
    return failure.code == FailureCode::NotAllowed || failure.code == FailureCode::MandateEnded ||
           failure.code == FailureCode::SignInTooOld || failure.code == FailureCode::NeedsReview;
}

} // namespace

Outcome<QList<RequestDelegates::Told>> RequestDelegates::of(QSqlDatabase& connection, const QString& siren,
                                                            const QList<AccessRequest>& requests,
                                                            const QDateTime& now) const
{
    const auto delegations = m_store.ofCompany(connection, siren);
    if (!delegations) {
        return delegations.failure();
    }
    QSet<QString> looked;
    QList<Told> all;
    for (const StoredDelegation& stored : delegations.value()) {
        if (stored.delegateSubject.isEmpty() || looked.contains(stored.delegateSubject) ||
            !mayRead(stored.delegation, now)) {
            continue;
        }
        looked.insert(stored.delegateSubject);
        const auto standing = m_rights.held(connection, stored.delegateSubject, siren);
        if (!standing && isAboutStanding(standing.failure())) {
            continue;
        }
        if (!standing) {
            return standing.failure();
        }
        if (Told told = toldTo(standing.value(), requests, now); !told.references.isEmpty()) {
            all.append(std::move(told));
        }
    }
    return all;
}

RequestDelegates::Told RequestDelegates::toldTo(const Standing& delegate,
                                                const QList<AccessRequest>& requests, const QDateTime& now)
{
    Told told;
    for (const AccessRequest& request : requests) {
        const Delegated* answering = delegate.delegationFor(request, now);
        const bool theirs =
            std::any_of(delegate.delegations.begin(), delegate.delegations.end(), [&](const Delegated& each) {
                return asksForThemselves(each.delegation.terms, request);
            });
        if (answering != nullptr && !theirs) {
            // Of several, the one named last: its address is the newest.
            told.address = told.address.isEmpty() ? answering->delegation.terms.email : told.address;
            told.references.append(request.id);
        }
    }
    return told;
}

} // namespace proconnect::service
