// SPDX-License-Identifier: MIT
#include "core/departure/Namesakes.h"

#include "core/model/FoldedName.h"

#include <QHash>

namespace proconnect {

Namesakes::Namesakes(const CompanySnapshot& company, const Holders& holders)
    : m_accounts(company.accounts), m_holders(holders)
{
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        const int holder = m_holders.of(i);
        if (holder == Holders::nobody || m_accounts.at(i).holderName.isEmpty()) {
            continue;
        }
        while (m_named.size() <= holder) {
            m_named += -1;
        }
        if (m_named.at(holder) < 0) {
            m_named[holder] = i;
        }
    }
    tellApart(company);
}

bool Namesakes::apart(qsizetype one, qsizetype other) const
{
    const int holder = m_holders.of(one);
    const int otherHolder = m_holders.of(other);
    if (one == other || (holder != Holders::nobody && holder == otherHolder)) {
        return false;
    }
    if (m_toldApart.contains({holder, otherHolder})) {
        return true;
    }
    const QString name = nameOf(one);
    const QString otherName = nameOf(other);
    return name.isEmpty() || otherName.isEmpty() ||
           (name != otherName && foldedName(name) != foldedName(otherName));
}

void Namesakes::tellApart(const CompanySnapshot& company)
{
    QHash<QString, int> holders;
    for (const PersonLink& link : company.personLinks) {
        for (const QString& address : link.addresses) {
            if (!link.same) {
                holders.insert(AccountFacts::foldedAddress(address), Holders::nobody);
            }
        }
    }
    if (holders.isEmpty()) {
        return; // most companies: no address need be folded
    }
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        const auto known = holders.find(AccountFacts::foldedAddress(m_accounts.at(i).email));
        if (known != holders.end()) {
            *known = m_holders.of(i);
        }
    }
    for (const PersonLink& link : company.personLinks) {
        for (const QString& one : link.addresses) {
            for (const QString& other : link.addresses) {
                const int holder = holders.value(AccountFacts::foldedAddress(one), Holders::nobody);
                const int otherHolder = holders.value(AccountFacts::foldedAddress(other), Holders::nobody);
                if (!link.same && holder != otherHolder && holder != Holders::nobody &&
                    otherHolder != Holders::nobody) {
                    m_toldApart.insert({holder, otherHolder});
                }
            }
        }
    }
}

QString Namesakes::nameOf(qsizetype account) const
{
    const QString& name = m_accounts.at(account).holderName;
    const int holder = m_holders.of(account);
    if (!name.isEmpty() || holder == Holders::nobody || holder >= m_named.size() || m_named.at(holder) < 0) {
        return name;
    }
    return m_accounts.at(m_named.at(holder)).holderName;
}

} // namespace proconnect
