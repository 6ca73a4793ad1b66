// SPDX-License-Identifier: MIT
#include "core/findings/Administrators.h"

#include <algorithm>

namespace proconnect {

Administrators::Administrators(const AccountFacts& facts, const Holders& holders)
    : m_facts(facts), m_holders(holders), m_onPortal(facts.portalCount()),
      m_onWholeCompany(facts.portalCount())
{
    for (qsizetype i = 0; i < facts.size(); ++i) {
        if (!inPost(i)) {
            continue;
        }
        const AccountFact& fact = facts.at(i);
        const QList<int>& places = facts.establishments(fact.places);
        ++m_onPortal[fact.portal];
        if (places.isEmpty()) {
            ++m_onWholeCompany[fact.portal];
        }
        for (const int place : places) {
            ++m_onEstablishment[{fact.portal, place}];
        }
    }
}

bool Administrators::inPost(qsizetype account) const
{
    const AccountFact& fact = m_facts.at(account);
    return fact.administrator && fact.open && !fact.suspended && m_holders.named(account) &&
           !m_holders.left(account);
}

bool Administrators::orphaned(qsizetype account) const
{
    return m_holders.left(account) && vacant(account);
}

bool Administrators::vacant(qsizetype account) const
{
    const AccountFact& fact = m_facts.at(account);
    return fact.administrator && fact.open && (m_holders.left(account) || !m_holders.named(account)) &&
           (fact.soleRole || !anotherBeside(account));
}

bool Administrators::anotherBeside(qsizetype account) const
{
    const AccountFact& fact = m_facts.at(account);
    const int self = inPost(account) ? 1 : 0;
    const QList<int>& places = m_facts.establishments(fact.places);
    if (places.isEmpty()) {
        return m_onPortal.at(fact.portal) > self;
    }
    return m_onWholeCompany.at(fact.portal) > 0 ||
           std::any_of(places.cbegin(), places.cend(), [&](int place) {
               return m_onEstablishment.value({fact.portal, place}) > self;
           });
}

} // namespace proconnect
