// SPDX-License-Identifier: MIT
#include "core/findings/Administrators.h"

#include <algorithm>

namespace proconnect {

Administrators::Administrators(const QList<PortalAccount>& accounts, const Holders& holders)
    : m_accounts(accounts), m_holders(holders)
{
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (!inPost(i)) {
            continue;
        }
        const PortalAccount& account = accounts.at(i);
        ++m_onPortal[account.portal];
        if (account.sirets.isEmpty()) {
            ++m_onWholeCompany[account.portal];
        }
        for (const QString& siret : account.sirets) {
            ++m_onEstablishment[{account.portal, siret}];
        }
    }
}

bool Administrators::inPost(qsizetype account) const
{
    const PortalAccount& one = m_accounts.at(account);
    return one.administratorRole && one.openAccount() && one.state != AccountState::Suspended &&
           m_holders.named(account) && !m_holders.left(account);
}

bool Administrators::anotherBeside(qsizetype account) const
{
    const PortalAccount& one = m_accounts.at(account);
    const int self = inPost(account) ? 1 : 0;
    if (one.sirets.isEmpty()) {
        return m_onPortal.value(one.portal) > self;
    }
    return m_onWholeCompany.value(one.portal) > 0 ||
           std::any_of(one.sirets.cbegin(), one.sirets.cend(), [&](const QString& siret) {
               return m_onEstablishment.value({one.portal, siret}) > self;
           });
}

} // namespace proconnect
