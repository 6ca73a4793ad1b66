// SPDX-License-Identifier: MIT
#include "core/departure/Orphan.h"

#include "core/departure/LastHand.h"
#include "core/departure/Namesakes.h"
#include "core/findings/Administrators.h"
#include "core/model/FoldedName.h"

#include <QSet>

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

bool isUsable(const PortalAccount& account)
{
    return account.state == AccountState::Active || account.state == AccountState::Unknown;
}

/// An account of each person in post who has none on the portal of the account at `orphan`.
QList<qsizetype> newcomersFor(const CompanySnapshot& company, qsizetype orphan, QDate today)
{
    const AccountFacts facts(company, today);
    const Holders holders(facts);
    const Namesakes namesakes(company, holders);
    const QString& portal = company.accounts.at(orphan).portal;
    QSet<int> known;
    QSet<QString> names; // the same person may be there under another address: no second account is opened
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        if (company.accounts.at(i).portal == portal && company.accounts.at(i).openAccount()) {
            known.insert(holders.of(i));
            names.insert(foldedName(company.accounts.at(i).holderName));
        }
    }
    QList<qsizetype> found;
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& one = company.accounts.at(i);
        if (one.portal != portal && isKnownPerson(one) && !holders.left(i) &&
            !known.contains(holders.of(i)) && !names.contains(foldedName(one.holderName)) &&
            namesakes.apart(orphan, i)) {
            known.insert(holders.of(i));
            found += i;
        }
    }
    return found;
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
    return Administrators(facts, holders).vacant(company.accounts.positionOf(one));
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
        return one.administratorRole && one.roleCode == from->roleCode && coversPlaces(one, from->sirets);
    });
    found += newcomersFor(company, company.accounts.positionOf(from), today);
    std::stable_partition(found.begin(), found.end(),
                          [&company](qsizetype i) { return company.accounts.at(i).mine; });
    return found;
}

bool isKnownPerson(const PortalAccount& account)
{
    return isUsable(account) && !account.holderName.isEmpty() && !account.email.isEmpty() &&
           !account.shared() && !account.addressUnreachable && !account.mandate;
}

bool isNewcomer(const PortalAccount& orphan, const PortalAccount& named)
{
    return named.portal != orphan.portal;
}

bool mayStillBeNamed(const PortalAccount& named, QDate today)
{
    return isUsable(named) && !(named.holderLeftOn && *named.holderLeftOn < today);
}

bool coversPlaces(const PortalAccount& account, const QStringList& sirets)
{
    return account.sirets.isEmpty() ||
           (!sirets.isEmpty() &&
            std::all_of(sirets.cbegin(), sirets.cend(),
                        [&account](const QString& siret) { return account.sirets.contains(siret); }));
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

bool isDone(const PortalAccount& orphan, const PortalAccount& named, const PortalAccount& candidate)
{
    const bool theirs = isNewcomer(orphan, named) ? candidate.portal == orphan.portal &&
                                                        AccountFacts::foldedAddress(candidate.email) ==
                                                            AccountFacts::foldedAddress(named.email)
                                                  : candidate.id == named.id;
    return theirs && orphan.substitution && candidate.administratorRole &&
           candidate.roleCode == orphan.substitution->role && candidate.state == AccountState::Active &&
           coversPlaces(candidate, orphan.sirets);
}

QStringList placesOfBoth(const PortalAccount& orphan, const PortalAccount& successor)
{
    if (isNewcomer(orphan, successor) || orphan.sirets.isEmpty() || successor.sirets.isEmpty()) {
        return isNewcomer(orphan, successor) ? orphan.sirets : QStringList();
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
