// SPDX-License-Identifier: MIT
#include "service/snapshot/DelegateView.h"

#include "core/model/DelegationScope.h"

#include <QSet>

#include <algorithm>

namespace proconnect::service {
namespace {

template <typename Predicate>
bool any(const QList<Delegated>& delegations, Predicate predicate)
{
    return std::any_of(delegations.begin(), delegations.end(),
                       [&predicate](const Delegated& delegated) { return predicate(delegated.delegation); });
}

/// Who was named, by whom, and what the portal said of it is the directors' business.
void hideSubstitution(PortalAccount& account)
{
    if (!account.substitution) {
        return;
    }
    if (account.substitution->state == SubstitutionState::Failed &&
        account.state != AccountState::ClosureFailed) {
        account.portalMessage.clear();
    }
    account.substitution.reset();
}

} // namespace

void restrictTo(const QList<Delegated>& delegations, CompanySnapshot& snapshot)
{
    const QDateTime now = snapshot.asOf;
    const auto onPortal = [&delegations](const QString& portal) {
        return any(delegations,
                   [&portal](const Delegation& each) { return each.terms.portals.contains(portal); });
    };
    snapshot.accounts.removeIf([&](const PortalAccount& account) {
        return !any(delegations, [&](const Delegation& each) { return maySee(each, account, now); });
    });
    snapshot.requests.removeIf([&](const AccessRequest& request) {
        return !any(delegations, [&](const Delegation& each) { return maySee(each, request, now); });
    });
    QSet<QString> visibleHolders;
    QSet<QString> visibleAccounts;
    QSet<QString> visibleAddresses;
    for (PortalAccount& account : snapshot.accounts.changeable()) {
        hideSubstitution(account);
        visibleHolders.insert(account.holderName);
        visibleAccounts.insert(account.id);
        visibleAddresses.insert(account.email.trimmed().toCaseFolded());
    }
    snapshot.setAside.removeIf([&](const SetAside& one) { return !visibleAccounts.contains(one.account); });
    snapshot.personLinks.removeIf([&](const PersonLink& link) {
        return !std::all_of(link.addresses.begin(), link.addresses.end(),
                            [&](const QString& address) { return visibleAddresses.contains(address); });
    });
    for (AccessRequest& request : snapshot.requests) {
        request.replaces.clear(); // no delegate closes accounts
        request.existingPortals.removeIf([&](const QString& portal) { return !onPortal(portal); });
        if (!visibleHolders.contains(request.resembles)) {
            request.resembles.clear(); // that it resembles somebody's stays among the facts
        }
        if (!any(delegations, [&request](const Delegation& each) {
                return each.terms.displayName() == request.forwardedTo;
            })) {
            request.forwardedTo.clear();
        }
        if (request.deadline) {
            request.deadline->whoElseCan.removeIf(
                [&](const QString& name) { return !visibleHolders.contains(name); });
        }
    }
    snapshot.portals.removeIf([&](const Portal& portal) { return !onPortal(portal.id); });
    snapshot.sources.removeIf([&](const PortalSource& source) { return !onPortal(source.portal); });
    snapshot.contactEmail = {};
    snapshot.journal.clear();
    snapshot.departures.clear();
    snapshot.waysOut.clear();

    Company& company = snapshot.company;
    company.function.clear();
    company.mandateEnded = false;
    company.mandateEndedAt.reset();
    company.companyClosed = false;
    company.establishments.removeIf([&](const Establishment& place) {
        return !any(delegations, [&](const Delegation& each) {
            return each.terms.sirets.isEmpty() || each.terms.sirets.contains(place.siret);
        });
    });
    company.pendingRequests =
        static_cast<int>(std::count_if(snapshot.requests.begin(), snapshot.requests.end(),
                                       [](const AccessRequest& request) { return request.open(); }));
}

} // namespace proconnect::service
