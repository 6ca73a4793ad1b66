// SPDX-License-Identifier: MIT
#include "core/model/DelegationScope.h"

#include "core/model/DelegationStates.h"
#include "core/model/FoldedName.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect {
namespace {

bool underCeiling(DelegationCeiling ceiling, const AccessRequest& request)
{
    const bool pays = std::any_of(request.rights.begin(), request.rights.end(),
                                  [](const PortalRight& right) { return right.payment; });
    switch (ceiling) {
    case DelegationCeiling::None:
        return true;
    case DelegationCeiling::NoAdministrator:
        return !request.administratorRole;
    case DelegationCeiling::NoAdministratorNorPayment:
        return !request.administratorRole && !pays;
    case DelegationCeiling::ReadOnly:
        break;
    }
    return false;
}

} // namespace

bool mayRead(const Delegation& delegation, const QDateTime& now)
{
    const Delegation today = standingAt(delegation, now);
    if (today.state == DelegationState::ToConfirm) {
        return !today.suspendedAt && now.toTimeZone(QTimeZone("Europe/Paris")).date() >= today.terms.start;
    }
    return today.state == DelegationState::Active;
}

bool covers(const DelegationProposal& terms, const QString& portal, const QStringList& sirets)
{
    if (!terms.portals.contains(portal)) {
        return false;
    }
    return terms.sirets.isEmpty() ||
           (!sirets.isEmpty() && std::all_of(sirets.begin(), sirets.end(), [&terms](const QString& siret) {
               return terms.sirets.contains(siret);
           }));
}

bool maySee(const Delegation& delegation, const AccessRequest& request, const QDateTime& now)
{
    return mayRead(delegation, now) && delegation.terms.powers.contains(DelegationPower::AnswerRequests) &&
           covers(delegation.terms, request.portal, request.sirets);
}

bool maySee(const Delegation& delegation, const PortalAccount& account, const QDateTime& now)
{
    return mayRead(delegation, now) && delegation.terms.powers.contains(DelegationPower::SeeAccounts) &&
           covers(delegation.terms, account.portal, account.sirets);
}

bool mayAnswer(const Delegation& delegation, const AccessRequest& request, const QDateTime& now)
{
    return standingAt(delegation, now).state == DelegationState::Active && maySee(delegation, request, now) &&
           underCeiling(delegation.terms.ceiling, request);
}

bool asksForThemselves(const DelegationProposal& terms, const AccessRequest& request)
{
    return foldedName(request.displayName()) == foldedName(terms.displayName()) ||
           request.email.compare(terms.email, Qt::CaseInsensitive) == 0;
}

} // namespace proconnect
