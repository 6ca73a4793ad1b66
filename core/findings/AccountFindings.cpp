// SPDX-License-Identifier: MIT
#include "core/findings/AccountFindings.h"

#include "core/findings/Administrators.h"
#include "core/findings/CountingSort.h"
#include "core/findings/Holders.h"
#include "core/model/ActingRole.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace proconnect {
namespace {

/// The accounts of somebody who has an older one on the same portal. Where a portal does not say when, its id
/// decides.
QList<bool> laterAccounts(const CompanySnapshot& company, const AccountFacts& facts)
{
    // Only of those who may have two on one portal; by the last bits of its number.
    constexpr int bits = 64;
    const auto owned = [&facts](int i) { return facts.at(i).open && facts.at(i).holder != Holders::nobody; };
    QList<quint64> portals(facts.holderCount());
    QList<bool> twice(facts.holderCount());
    quint64* const seen = portals.data();
    for (int i = 0; i < facts.size(); ++i) {
        if (owned(i)) {
            const quint64 portal = Q_UINT64_C(1) << static_cast<unsigned>(facts.at(i).portal % bits);
            if (seen[facts.at(i).holder] & portal) {
                twice[facts.at(i).holder] = true;
            }
            seen[facts.at(i).holder] |= portal;
        }
    }
    QList<int> many;
    for (int i = 0; i < facts.size(); ++i) {
        if (owned(i) && twice.at(facts.at(i).holder)) {
            many += i;
        }
    }
    sortByCounting(many, facts.portalCount(), [&facts](int i) { return facts.at(i).portal; });
    sortByCounting(many, facts.holderCount(), [&facts](int i) { return facts.at(i).holder; });
    const auto older = [&](int a, int b) {
        const QDate first = facts.days(a).createdOn;
        const QDate second = facts.days(b).createdOn;
        return first != second ? first < second : company.accounts.at(a).id < company.accounts.at(b).id;
    };
    QList<bool> later(facts.size());
    int oldest = -1;
    for (const int i : std::as_const(many)) {
        const bool same = oldest >= 0 && facts.at(i).holder == facts.at(oldest).holder &&
                          facts.at(i).portal == facts.at(oldest).portal;
        if (same) {
            later[older(i, oldest) ? std::exchange(oldest, i) : i] = true;
        } else {
            oldest = i;
        }
    }
    return later;
}

class Rules
{
public:
    Rules(const CompanySnapshot& company, const AccountFacts& facts)
        : m_facts(facts), m_whole(!isDelegated(company.company)), m_soleTrader(company.company.soleTrader),
          m_holders(facts), m_administrators(facts, m_holders), m_later(laterAccounts(company, facts)),
          m_byLetter(facts.portalCount())
    {
        for (const Portal& portal : company.portals) {
            if (const int number = facts.portal(portal.id); number >= 0) {
                m_byLetter[number] = portal.closesByLetter;
            }
        }
    }

    [[nodiscard]] FindingSet of(qsizetype i)
    {
        const AccountFact& fact = m_facts.at(i);
        if (!fact.open) {
            return {};
        }
        FindingSet found = fact.alone;
        const auto note = [&found](FindingKind kind, bool holds) {
            if (holds) {
                found.add(kind);
            }
        };
        const auto lastDay = m_holders.lastDay(i);
        const bool left = lastDay && *lastDay < m_facts.today();
        note(FindingKind::HolderLeft, left);
        note(FindingKind::UsedAfterDeparture,
             fact.usedAfterDeparture || (lastDay && m_facts.days(i).lastUsedAt >= dayAfter(*lastDay)));
        note(FindingKind::UnknownHolder, !m_holders.named(i));
        note(FindingKind::Duplicate, !fact.administrator && m_later.at(i));
        if (fact.administrator && m_whole) {
            note(FindingKind::OrphanedAdministrator, m_administrators.orphaned(i));
            note(FindingKind::OnlyAdministrator, !m_soleTrader && m_administrators.inPost(i) &&
                                                     (lastDay || m_byLetter.at(fact.portal)) &&
                                                     !m_administrators.anotherBeside(i));
        }
        return found;
    }

private:
    /// When the day after begins in Paris, in milliseconds of the epoch. The same few days come again and
    /// again.
    [[nodiscard]] qint64 dayAfter(QDate day)
    {
        const auto known = m_daysAfter.constFind(day);
        return known != m_daysAfter.cend()
                   ? *known
                   : *m_daysAfter.insert(day,
                                         QDateTime(day.addDays(1), QTime(0, 0), m_paris).toMSecsSinceEpoch());
    }

    const AccountFacts& m_facts;
    bool m_whole; ///< all accounts are in sight
    bool m_soleTrader;
    Holders m_holders;
    Administrators m_administrators;
    QList<bool> m_later;
    QList<bool> m_byLetter; ///< by portal
    QTimeZone m_paris{"Europe/Paris"};
    QHash<QDate, qint64> m_daysAfter;
};

} // namespace

QList<FindingSet> accountFindings(const CompanySnapshot& company, QDate today)
{
    return accountFindings(company, AccountFacts(company, today));
}

QList<FindingSet> accountFindings(const CompanySnapshot& company, const AccountFacts& facts)
{
    Rules rules(company, facts);
    QList<FindingSet> findings(facts.size());
    std::generate(findings.begin(), findings.end(),
                  [&rules, i = qsizetype(0)]() mutable { return rules.of(i++); });
    return findings;
}

QList<FindingSet> findingsSetAside(const CompanySnapshot& company, QDate today)
{
    QHash<QString, FindingSet> chosen;
    for (const SetAside& one : company.setAside) {
        if (one.until >= today) {
            chosen[one.account].add(one.kind);
        }
    }
    QList<FindingSet> sets(company.accounts.size());
    for (qsizetype i = 0; i < company.accounts.size() && !chosen.isEmpty(); ++i) {
        sets[i] = chosen.value(company.accounts.at(i).id);
    }
    return sets;
}

std::optional<QDate> lastDayOfHolder(const CompanySnapshot& company, const QString& account)
{
    const AccountFacts facts(company, {});
    const Holders holders(facts);
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        if (company.accounts.at(i).id == account) {
            return holders.lastDay(i);
        }
    }
    return std::nullopt;
}

} // namespace proconnect
