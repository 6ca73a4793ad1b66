// SPDX-License-Identifier: MIT
#include "core/departure/Orphan.h"

#include "core/departure/LastHand.h"
#include "core/findings/Administrators.h"

#include <algorithm>

namespace proconnect {
namespace {

constexpr qint64 patienceSeconds = 2LL * 24 * 3600;

const PortalAccount* accountOf(const CompanySnapshot& company, const QString& id)
{
    const auto found = std::find_if(company.accounts.cbegin(), company.accounts.cend(),
                                    [&id](const PortalAccount& one) { return one.id == id; });
    return found == company.accounts.cend() ? nullptr : &*found;
}

/// Has everything that `one` has.
bool covers(const PortalAccount& other, const PortalAccount& one)
{
    return other.sirets.isEmpty() ||
           (!one.sirets.isEmpty() &&
            std::all_of(one.sirets.cbegin(), one.sirets.cend(),
                        [&other](const QString& siret) { return other.sirets.contains(siret); }));
}

} // namespace

bool isOrphaned(const CompanySnapshot& company, const QString& account, QDate today)
{
    const PortalAccount* one = accountOf(company, account);
    if (one == nullptr) {
        return false;
    }
    const AccountFacts facts(company, today);
    const Holders holders(facts);
    return Administrators(facts, holders).orphaned(one - company.accounts.constData());
}

QList<qsizetype> substitutesFor(const CompanySnapshot& company, const QString& account, QDate today)
{
    const PortalAccount* from = accountOf(company, account);
    if (from == nullptr) {
        return {};
    }
    QList<qsizetype> found = LastHands(company, {account}, today).successorsOf(account);
    found.removeIf([&](qsizetype i) {
        const PortalAccount& one = company.accounts.at(i);
        return one.administratorRole && one.roleCode == from->roleCode && covers(one, *from);
    });
    std::stable_partition(found.begin(), found.end(),
                          [&company](qsizetype i) { return company.accounts.at(i).mine; });
    return found;
}

bool isLate(const Substitution& substitution, const QDateTime& now)
{
    return substitution.state != SubstitutionState::Failed &&
           substitution.askedAt.addSecs(patienceSeconds) < now;
}

bool mayAskAgain(const Substitution& substitution, const QDateTime& now)
{
    return substitution.state == SubstitutionState::Failed || isLate(substitution, now);
}

bool isDone(const PortalAccount& orphan, const PortalAccount& successor)
{
    return orphan.substitution && successor.id == orphan.substitution->successor &&
           successor.administratorRole && successor.roleCode == orphan.substitution->role &&
           successor.state == AccountState::Active && covers(successor, orphan);
}

QStringList placesOfBoth(const PortalAccount& orphan, const PortalAccount& successor)
{
    if (orphan.sirets.isEmpty() || successor.sirets.isEmpty()) {
        return {};
    }
    QStringList places = successor.sirets;
    for (const QString& siret : orphan.sirets) {
        if (!places.contains(siret)) {
            places += siret;
        }
    }
    return places;
}

} // namespace proconnect
