// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "service/accounts/AccountStore.h"

#include <QHash>
#include <QList>
#include <QString>

namespace proconnect::service {

/// What the accounts of a company tell about the people who hold them.
class CompanyPeople
{
public:
    explicit CompanyPeople(const QList<StoredAccount>& accounts);

    /// The domain of most of the company's open accounts; empty when there is none.
    [[nodiscard]] const QString& companyDomain() const { return m_companyDomain; }
    /// Accounts of the person, open and closed: by address; or by name, when the address is at the company or
    /// where the account's is. A name alone is easily taken.
    [[nodiscard]] QList<const PortalAccount*> accountsOf(const AccessRequest& person) const;
    /// Accounts in the person's name, whatever the address.
    [[nodiscard]] QList<const PortalAccount*> namesakesOf(const AccessRequest& person) const;
    /// The name of a holder that `person` is called like, or almost like; empty when there is none.
    [[nodiscard]] QString resembled(const AccessRequest& person) const;
    /// Whether anybody has, or had, an account on the portal.
    [[nodiscard]] bool anyAccountOn(const QString& portal) const;
    /// Names of those who hold, on this portal and for every establishment asked for, every right asked for,
    /// or the role when no rights are named; and have not left.
    [[nodiscard]] QStringList othersWhoCan(const AccessRequest& request) const;

private:
    [[nodiscard]] QList<const PortalAccount*> at(QList<qsizetype> indexes) const;

    QList<PortalAccount> m_accounts;
    QString m_companyDomain;
    QMultiHash<QString, qsizetype> m_byName;
    QMultiHash<QString, qsizetype> m_byEmail;
};

} // namespace proconnect::service
