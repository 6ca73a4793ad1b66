// SPDX-License-Identifier: MIT
#include "core/departure/Replacement.h"

#include "core/departure/LastHand.h"
#include "core/departure/WayOut.h"
#include "core/findings/AccountFacts.h"

#include <algorithm>

namespace proconnect {
namespace {

/// Of a newcomer, on the wire; a request's two names may be longer by their space.
constexpr qsizetype longestName = 200;

bool isClosing(AccountState state)
{
    return state == AccountState::ClosureScheduled || state == AccountState::ClosureRequested ||
           state == AccountState::ClosureManual;
}

bool isTheirs(const PortalAccount& account, const AccessRequest& request)
{
    return AccountFacts::foldedAddress(account.email) == AccountFacts::foldedAddress(request.email);
}

/// The account counts for one of the places asked for.
bool meets(const PortalAccount& account, const AccessRequest& request)
{
    return account.sirets.isEmpty() || request.sirets.isEmpty() ||
           std::any_of(request.sirets.cbegin(), request.sirets.cend(),
                       [&account](const QString& siret) { return account.sirets.contains(siret); });
}

/// What can be said of one account without the others.
std::optional<ReplacementFault> faultAlone(const AccessRequest& request, const PortalAccount& account)
{
    if (account.portal != request.portal || !account.openAccount() || !meets(account, request)) {
        return ReplacementFault::NotThere;
    }
    if (isClosing(account.state)) {
        return ReplacementFault::UnderWay;
    }
    if (isTheirs(account, request)) {
        return ReplacementFault::OwnAccount;
    }
    if (account.mine) {
        return ReplacementFault::Mine;
    }
    return account.shared() ? std::optional(ReplacementFault::Shared) : std::nullopt;
}

/// The portal refused to close the account; whoever wanted it closed can ask again.
bool isLeftFailed(const QList<Departure>& departures, const QString& account)
{
    return std::any_of(departures.cbegin(), departures.cend(), [&account](const Departure& one) {
        return std::any_of(one.steps.cbegin(), one.steps.cend(), [&account](const DepartureStep& step) {
            return step.account == account && step.state == DepartureStepState::Failed;
        });
    });
}

/// The request asks for all that nobody else would administer.
bool takesInHand(const AccessRequest& request, const LastHand& hand)
{
    return request.administratorRole &&
           (request.sirets.isEmpty() ||
            std::all_of(hand.sirets.cbegin(), hand.sirets.cend(),
                        [&request](const QString& siret) { return request.sirets.contains(siret); }));
}

/// A replacement with what there is to say of one.
bool isFollowable(const Departure& departure)
{
    return isReplacement(departure) && !departure.steps.isEmpty() && !departure.newcomers.isEmpty();
}

bool isNamed(const PortalAccount& account, const AccessRequest& request)
{
    return !request.replaces.isEmpty() && account.portal == request.portal &&
           account.portalAccountId == request.replaces;
}

} // namespace

std::optional<ReplacementFault> replacementFault(const CompanySnapshot& company, const AccessRequest& request,
                                                 const PortalAccount& account, QDate today)
{
    if (const auto alone = faultAlone(request, account)) {
        return alone;
    }
    if (isLeftFailed(company.departures, account.id) || isLeftFailed(company.waysOut, account.id)) {
        return ReplacementFault::UnderWay;
    }
    if (!account.administratorRole) {
        return std::nullopt; // most accounts: nobody else's need be looked at
    }
    const auto hand = LastHands(company, {account.id}, today).of(account.id);
    return hand && !takesInHand(request, *hand) ? std::optional(ReplacementFault::LastHand) : std::nullopt;
}

QList<qsizetype> replaceableBy(const CompanySnapshot& company, const AccessRequest& request, QDate today)
{
    const AccountList& accounts = company.accounts;
    QList<qsizetype> found;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (!faultAlone(request, accounts.at(i))) {
            found += i;
        }
    }
    const auto rank = [&](qsizetype position) {
        const PortalAccount& one = accounts.at(position);
        const bool left = one.holderLeftOn && *one.holderLeftOn <= today;
        return isNamed(one, request) ? 0 : left ? 1 : 2;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&rank](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
    return found;
}

const PortalAccount* namedAsReplaced(const CompanySnapshot& company, const AccessRequest& request)
{
    const auto found = std::find_if(company.accounts.cbegin(), company.accounts.cend(),
                                    [&request](const PortalAccount& one) { return isNamed(one, request); });
    const bool stays =
        found != company.accounts.cend() && !isClosing(found->state) && !isTheirs(*found, request);
    return stays ? &*found : nullptr;
}

Newcomer newcomerOf(const AccessRequest& request)
{
    return {request.displayName().left(longestName), request.email, request.grantedRights(), request.sirets};
}

QString roleToCome(const AccessRequest& request)
{
    return request.withheldRights.isEmpty() ? request.roleCode : QString();
}

bool isReplacement(const Departure& departure)
{
    return !departure.request.isEmpty();
}

bool isTakenOver(const AccountList& accounts, const PortalAccount& replaced, const QString& role,
                 const QList<NewcomerProgress>& newcomers)
{
    const bool administrates =
        std::any_of(accounts.cbegin(), accounts.cend(), [&replaced](const PortalAccount& account) {
            return account.id == replaced.id && account.administratorRole;
        });
    return std::all_of(newcomers.cbegin(), newcomers.cend(), [&](const NewcomerProgress& one) {
        const QSet<QString> own = ownAccountsOf(accounts, replaced, {one});
        return std::any_of(accounts.cbegin(), accounts.cend(), [&](const PortalAccount& account) {
            const bool untold = account.roleCode.isEmpty() && (account.administratorRole || !administrates);
            const bool inRole = role.isEmpty() || untold || account.roleCode == role;
            return own.contains(account.id) && worksFor(account, role, one.newcomer) && inRole;
        });
    });
}

bool isAnswerTaken(const Departure& departure)
{
    return !isReplacement(departure) ||
           std::none_of(departure.newcomers.cbegin(), departure.newcomers.cend(),
                        [](const NewcomerProgress& one) { return one.state == NewcomerState::Requested; });
}

const Departure* replacementOf(const CompanySnapshot& company, const QString& account)
{
    const auto found =
        std::find_if(company.waysOut.cbegin(), company.waysOut.cend(), [&account](const Departure& one) {
            return isFollowable(one) && isOpenWayOut(one) && one.steps.constFirst().account == account;
        });
    return found == company.waysOut.cend() ? nullptr : &*found;
}

const Departure* replacementWith(const CompanySnapshot& company, const QString& request)
{
    const auto found =
        std::find_if(company.waysOut.cbegin(), company.waysOut.cend(), [&request](const Departure& one) {
            return isFollowable(one) && one.request == request;
        });
    return found == company.waysOut.cend() ? nullptr : &*found;
}

} // namespace proconnect
