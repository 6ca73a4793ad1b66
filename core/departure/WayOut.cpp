// SPDX-License-Identifier: MIT
#include "core/departure/WayOut.h"

#include "core/departure/Orphan.h"
#include "core/findings/Holders.h"
#include "core/model/BusinessNumbers.h"
#include "core/model/MailAddress.h"
#include "core/model/RequestStates.h"
#include "core/model/WrittenName.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace proconnect {
namespace {

bool sameAddress(const QString& one, const QString& other)
{
    return AccountFacts::foldedAddress(one) == AccountFacts::foldedAddress(other);
}

bool hasRight(const PortalAccount& account, const QString& code)
{
    return std::any_of(account.rights.cbegin(), account.rights.cend(),
                       [&code](const PortalRight& right) { return right.code == code; });
}

bool eachOnce(const QStringList& values)
{
    return QSet<QString>(values.cbegin(), values.cend()).size() == values.size();
}

/// It has every right and place once, and none that the shared account does not have.
bool isWithin(const PortalAccount& shared, const Newcomer& one)
{
    return std::all_of(one.rights.cbegin(), one.rights.cend(),
                       [&shared](const QString& code) { return hasRight(shared, code); }) &&
           coversPlaces(shared, one.sirets) && eachOnce(one.rights) && eachOnce(one.sirets);
}

bool areOwnPlaces(const QStringList& sirets, const QString& siren)
{
    return std::all_of(sirets.cbegin(), sirets.cend(), [&siren](const QString& siret) {
        const auto number = SiretNumber::parse(siret);
        return number && number->digits() == siret && number->siren().digits() == siren;
    });
}

bool isOwn(const PortalAccount& account, const PortalAccount& shared, const Newcomer& newcomer)
{
    return account.portal == shared.portal && account.id != shared.id && account.openAccount() &&
           sameAddress(account.email, newcomer.email);
}

QList<PossibleUser> peopleOf(const CompanySnapshot& company, const PortalAccount& shared, QDate today)
{
    const AccountFacts facts(company, today);
    const Holders holders(facts);
    QList<PossibleUser> found;
    QHash<int, qsizetype> places; // in `found`, by holder
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& one = company.accounts.at(i);
        if (one.id == shared.id || !isKnownPerson(one) || holders.left(i) || holders.leaving(i) ||
            sameAddress(one.email, shared.email)) {
            continue;
        }
        const auto known = places.constFind(holders.of(i));
        if (known == places.cend()) {
            places.insert(holders.of(i), found.size());
            found += PossibleUser{i, one.portal == shared.portal ? i : -1};
        } else if (one.portal == shared.portal && found.at(*known).there < 0) {
            found[*known].there = i;
        }
    }
    std::stable_partition(found.begin(), found.end(), [](const PossibleUser& one) { return one.there >= 0; });
    return found;
}

std::optional<BusinessDeadline> nextDeadline(const CompanySnapshot& company, const QString& portal,
                                             QDate today)
{
    std::optional<BusinessDeadline> next;
    for (const AccessRequest& request : company.requests) {
        const auto& one = request.deadline;
        if (request.portal == portal && one && one->date >= today && (!next || one->date < next->date)) {
            next = one;
        }
    }
    return next;
}

} // namespace

WayOutPlan planWayOut(const CompanySnapshot& company, const PortalAccount& shared, QDate today)
{
    WayOutPlan plan{peopleOf(company, shared, today), {}, nextDeadline(company, shared.portal, today)};
    plan.closingDay =
        plan.deadline ? plan.deadline->date.addDays(1) : QDate(today.year(), today.month(), 1).addMonths(2);
    return plan;
}

bool opensLike(const Portal& portal, const PortalAccount& shared)
{
    return portal.opensAccounts && !shared.roleCode.isEmpty() && !shared.soleRole;
}

Newcomer prefilled(const PortalAccount& shared, const QString& name, const QString& email,
                   const PortalAccount* there)
{
    Newcomer made{name, email, {}, {}};
    if (there && shared.sirets.isEmpty()) {
        made.sirets = there->sirets;
    }
    for (const PortalRight& right : shared.rights) {
        if (!there || hasRight(*there, right.code)) {
            made.rights += right.code;
        }
    }
    for (const QString& siret : shared.sirets) {
        if (!there || coversPlaces(*there, {siret})) {
            made.sirets += siret;
        }
    }
    if (made.sirets.isEmpty() && !shared.sirets.isEmpty()) {
        made.sirets = shared.sirets; // nowhere in common: no list would be the whole company
    }
    return made;
}

bool isOfHighEffect(const PortalAccount& shared, const Newcomer& newcomer)
{
    return shared.administratorRole ||
           std::any_of(shared.rights.cbegin(), shared.rights.cend(), [&newcomer](const PortalRight& right) {
               return right.payment && newcomer.rights.contains(right.code);
           });
}

std::optional<NewcomerFault> faultOf(const AccountList& accounts, const QString& siren,
                                     const PortalAccount& shared, const QList<Newcomer>& newcomers,
                                     qsizetype position)
{
    const Newcomer& one = newcomers.at(position);
    if (one.name.trimmed().isEmpty()) {
        return NewcomerFault::NoName;
    }
    if (!isWrittenName(one.name)) {
        return NewcomerFault::BadName;
    }
    if (one.email.isEmpty()) {
        return NewcomerFault::NoAddress;
    }
    if (sameAddress(one.email, shared.email)) {
        return NewcomerFault::SharedOne;
    }
    const auto before = newcomers.cbegin() + position;
    if (std::any_of(newcomers.cbegin(), before,
                    [&one](const Newcomer& other) { return sameAddress(one.email, other.email); })) {
        return NewcomerFault::Twice;
    }
    const PortalAccount* own = ownAccountOf(accounts, shared, one);
    if (!own && !isMailAddress(one.email)) {
        return NewcomerFault::BadAddress;
    }
    const bool something = shared.rights.isEmpty() || !one.rights.isEmpty();
    if (own && (!something || !worksFor(*own, shared.roleCode, one))) {
        return NewcomerFault::WeakAccount;
    }
    if (!something || !isWithin(shared, one)) {
        return NewcomerFault::BeyondShared;
    }
    if (!areOwnPlaces(one.sirets, siren)) {
        return NewcomerFault::ForeignPlace;
    }
    const bool lessThanRole = shared.administratorRole && one.rights.size() < shared.rights.size();
    return !own && lessThanRole ? std::optional(NewcomerFault::PartOfRole) : std::nullopt;
}

const PortalAccount* ownAccountOf(const AccountList& accounts, const PortalAccount& shared,
                                  const Newcomer& newcomer)
{
    const PortalAccount* found = nullptr;
    for (const PortalAccount& one : accounts) {
        if (!isOwn(one, shared, newcomer)) {
            continue;
        }
        if (worksFor(one, shared.roleCode, newcomer)) {
            return &one;
        }
        if (!found) {
            found = &one;
        }
    }
    return found;
}

const PortalAccount* ownAccountOf(const AccountList& accounts, const PortalAccount& shared,
                                  const NewcomerProgress& newcomer)
{
    const auto found = std::find_if(accounts.cbegin(), accounts.cend(), [&](const PortalAccount& one) {
        return isOwn(one, shared, newcomer.newcomer) && surplusOf(one, shared, newcomer).any();
    });
    return found == accounts.cend() ? ownAccountOf(accounts, shared, newcomer.newcomer) : &*found;
}

QSet<QString> ownAccountsOf(const AccountList& accounts, const PortalAccount& shared,
                            const QList<NewcomerProgress>& newcomers)
{
    QSet<QString> found;
    for (const PortalAccount& account : accounts) {
        const bool own = std::any_of(newcomers.cbegin(), newcomers.cend(), [&](const NewcomerProgress& one) {
            return isOwn(account, shared, one.newcomer);
        });
        if (own) {
            found.insert(account.id);
        }
    }
    return found;
}

const AccessRequest* ownRequestOf(const QList<AccessRequest>& requests, const PortalAccount& shared,
                                  const Newcomer& newcomer)
{
    const auto found = std::find_if(requests.cbegin(), requests.cend(), [&](const AccessRequest& one) {
        return one.portal == shared.portal && !isSettled(one.state) && sameAddress(one.email, newcomer.email);
    });
    return found == requests.cend() ? nullptr : &*found;
}

bool worksFor(const PortalAccount& own, const QString& role, const Newcomer& newcomer)
{
    const bool roleSays = newcomer.rights.isEmpty() && !role.isEmpty();
    return own.state == AccountState::Active && coversPlaces(own, newcomer.sirets) &&
           (!roleSays || own.roleCode == role) &&
           std::all_of(newcomer.rights.cbegin(), newcomer.rights.cend(),
                       [&own](const QString& code) { return hasRight(own, code); });
}

Surplus surplusOf(const PortalAccount& own, const QString& role, const Newcomer& newcomer)
{
    Surplus found;
    found.role = !role.isEmpty() && own.roleCode != role;
    for (const PortalRight& right : own.rights) {
        if (!newcomer.rights.contains(right.code)) {
            found.rights += right.code;
        }
    }
    if (newcomer.sirets.isEmpty()) {
        return found; // the whole company was signed
    }
    found.everywhere = own.sirets.isEmpty();
    for (const QString& siret : own.sirets) {
        if (!newcomer.sirets.contains(siret)) {
            found.sirets += siret;
        }
    }
    return found;
}

Surplus surplusOf(const PortalAccount& own, const PortalAccount& shared, const NewcomerProgress& newcomer)
{
    const bool opened = newcomer.state == NewcomerState::Requested || newcomer.state == NewcomerState::Taken;
    return opened ? surplusOf(own, shared.roleCode, newcomer.newcomer) : Surplus();
}

Shortfall shortfallOf(const PortalAccount& own, const Newcomer& newcomer)
{
    Shortfall found;
    for (const QString& code : newcomer.rights) {
        if (!hasRight(own, code)) {
            found.rights += code;
        }
    }
    for (const QString& siret : newcomer.sirets) {
        if (!coversPlaces(own, {siret})) {
            found.sirets += siret;
        }
    }
    return found;
}

bool allWork(const AccountList& accounts, const PortalAccount& shared,
             const QList<NewcomerProgress>& newcomers)
{
    return awaited(accounts, shared, newcomers).isEmpty();
}

QList<Newcomer> awaited(const AccountList& accounts, const PortalAccount& shared,
                        const QList<NewcomerProgress>& newcomers)
{
    QList<Newcomer> found;
    for (const NewcomerProgress& one : newcomers) {
        const PortalAccount* own = ownAccountOf(accounts, shared, one);
        if (own == nullptr || !worksFor(*own, shared.roleCode, one.newcomer) ||
            surplusOf(*own, shared, one).any()) {
            found += one.newcomer;
        }
    }
    return found;
}

bool isOpenWayOut(const Departure& wayOut)
{
    return wayOut.state != DepartureState::Closed && wayOut.state != DepartureState::Cancelled &&
           !wayOut.steps.isEmpty();
}

bool isFollowed(const CompanySnapshot& company, const Departure& wayOut)
{
    if (isOpenWayOut(wayOut)) {
        return true;
    }
    const bool gone = wayOut.state == DepartureState::Closed && !wayOut.steps.isEmpty() &&
                      wayOut.steps.constFirst().state == DepartureStepState::NotNeeded;
    const auto shared =
        std::find_if(company.accounts.cbegin(), company.accounts.cend(), [&](const PortalAccount& one) {
            return gone && one.id == wayOut.steps.constFirst().account;
        });
    return shared != company.accounts.cend() && !shared->openAccount() &&
           !allWork(company.accounts, *shared, wayOut.newcomers);
}

const Departure* wayOutOf(const CompanySnapshot& company, const QString& account)
{
    const auto found = std::find_if(
        company.waysOut.cbegin(), company.waysOut.cend(), [&company, &account](const Departure& one) {
            return one.request.isEmpty() && !one.steps.isEmpty() &&
                   one.steps.constFirst().account == account && isFollowed(company, one);
        });
    return found == company.waysOut.cend() ? nullptr : &*found;
}

} // namespace proconnect
