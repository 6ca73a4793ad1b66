// SPDX-License-Identifier: MIT
#include "core/findings/Holders.h"

#include <algorithm>

namespace proconnect {

Holders::Holders(const AccountFacts& facts)
    : m_facts(facts), m_departures(facts.holderCount()), m_named(facts.holderCount())
{
    QDate* const departures = m_departures.data();
    bool* const names = m_named.data();
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const AccountFact& fact = facts.at(i);
        if (fact.holder != nobody && fact.left) {
            departures[fact.holder] = std::max(departures[fact.holder], facts.days(i).leftOn);
        }
        if (fact.holder != nobody && fact.named) {
            names[fact.holder] = true;
        }
    }
}

std::optional<QDate> Holders::lastDay(qsizetype account) const
{
    const AccountFact& fact = m_facts.at(account);
    if (fact.left) {
        return m_facts.days(account).leftOn;
    }
    const QDate elsewhere = fact.holder == nobody ? QDate() : m_departures.at(fact.holder);
    // Null is before every day.
    return elsewhere.isNull() || m_facts.days(account).createdOn > elsewhere ? std::nullopt
                                                                             : std::optional(elsewhere);
}

bool Holders::left(qsizetype account) const
{
    const auto day = lastDay(account);
    return day && *day < m_facts.today();
}

bool Holders::leaving(qsizetype account) const
{
    const auto day = lastDay(account);
    return day && *day >= m_facts.today();
}

bool Holders::named(qsizetype account) const
{
    const AccountFact& fact = m_facts.at(account);
    return fact.named || (!fact.generic && fact.holder != nobody && m_named.at(fact.holder));
}

} // namespace proconnect
