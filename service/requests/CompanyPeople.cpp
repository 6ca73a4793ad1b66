// SPDX-License-Identifier: MIT
#include "service/requests/CompanyPeople.h"

#include "core/model/FoldedName.h"
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

bool coversAll(const PortalAccount& account, const QStringList& sirets)
{
    return account.sirets.isEmpty() ||
           (!sirets.isEmpty() && std::all_of(sirets.begin(), sirets.end(), [&](const QString& siret) {
               return account.sirets.contains(siret);
           }));
}

/// Without named rights, the role is all that is known of what somebody may do.
bool mayDo(const PortalAccount& account, const AccessRequest& request)
{
    return request.rights.isEmpty() ? account.roleCode == request.roleCode
                                    : holdsAll(account, request.rights);
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
    const QString domain = mailDomain(person.email);
    QList<qsizetype> indexes = m_byEmail.values(person.email.toLower());
    const auto named = m_byName.values(foldedName(person.displayName()));
    for (const qsizetype index : named) {
        if (domain == m_companyDomain || domain == mailDomain(m_accounts[index].email)) {
            indexes.append(index);
        }
    }
    return at(indexes);
}

QList<const PortalAccount*> CompanyPeople::namesakesOf(const AccessRequest& person) const
{
    return at(m_byName.values(foldedName(person.displayName())));
}

QList<const PortalAccount*> CompanyPeople::at(QList<qsizetype> indexes) const
{
    std::sort(indexes.begin(), indexes.end());
    indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
    QList<const PortalAccount*> accounts;
    for (const qsizetype index : std::as_const(indexes)) {
        accounts.append(&m_accounts[index]);
    }
    return accounts;
}

QString CompanyPeople::resembled(const AccessRequest& person) const
{
    const QString name = foldedName(person.displayName());
    if (const auto same = m_byName.constFind(name); same != m_byName.cend()) {
        return m_accounts[*same].holderName;
    }
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
                          !account.holderName.isEmpty() && !account.holderLeftOn && mayDo(account, request) &&
                          coversAll(account, request.sirets);
        if (able && foldedName(account.holderName) != requester && !names.contains(account.holderName) &&
            names.size() < mostNames) {
            names.append(account.holderName);
        }
    }
    return names;
}

} // namespace proconnect::service
