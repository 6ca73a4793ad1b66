// SPDX-License-Identifier: MIT
#include "service/requests/CompanyPeople.h"

#include "service/accounts/PersonNames.h"
#include "service/requests/NearNames.h"

#include <QMap>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qsizetype mostNames = 10;

bool holdsAll(const PortalAccount& account, const QList<PortalRight>& rights)
{
    return std::all_of(rights.begin(), rights.end(), [&](const PortalRight& wanted) {
        return std::any_of(account.rights.begin(), account.rights.end(),
                           [&](const PortalRight& held) { return held.code == wanted.code; });
    });
}

} // namespace

CompanyPeople::CompanyPeople(const QList<StoredAccount>& accounts)
{
    QMap<QString, int> domains;
    for (const StoredAccount& stored : accounts) {
        const PortalAccount& account = stored.account;
        const qsizetype index = m_accounts.size();
        m_accounts.append(account);
        if (!account.email.isEmpty()) {
            m_byEmail.insert(account.email.toLower(), index);
        }
        if (const QString name = foldedName(account.holderName); !name.isEmpty()) {
            m_byName.insert(name, index);
        }
        if (const QString domain = mailDomain(account.email); !domain.isEmpty() && account.openAccount()) {
            ++domains[domain];
        }
    }
    int most = 0;
    for (auto it = domains.cbegin(); it != domains.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            m_companyDomain = it.key();
        }
    }
}

QList<const PortalAccount*> CompanyPeople::accountsOf(const AccessRequest& person) const
{
    QList<qsizetype> indexes = m_byEmail.values(person.email.toLower());
    indexes += m_byName.values(foldedName(person.displayName()));
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    QList<const PortalAccount*> accounts;
    for (const qsizetype index : std::as_const(indexes)) {
        accounts.append(&m_accounts[index]);
    }
    return accounts;
}

QString CompanyPeople::almostNamesake(const AccessRequest& person) const
{
    const QString name = foldedName(person.displayName());
    for (auto it = m_byName.cbegin(); it != m_byName.cend(); ++it) {
        if (isNearCopy(name, it.key())) {
            return m_accounts[it.value()].holderName;
        }
    }
    return {};
}

bool CompanyPeople::anyAccountOn(const QString& portal) const
{
    return std::any_of(m_accounts.begin(), m_accounts.end(),
                       [&portal](const PortalAccount& account) { return account.portal == portal; });
}

QStringList CompanyPeople::othersWhoCan(const AccessRequest& request) const
{
    const QString requester = foldedName(request.displayName());
    QStringList names;
    for (const PortalAccount& account : m_accounts) {
        const bool able = account.portal == request.portal && account.state == AccountState::Active &&
                          !account.holderName.isEmpty() && !account.holderLeftOn &&
                          holdsAll(account, request.rights);
        if (able && foldedName(account.holderName) != requester && !names.contains(account.holderName) &&
            names.size() < mostNames) {
            names.append(account.holderName);
        }
    }
    return names;
}

} // namespace proconnect::service
