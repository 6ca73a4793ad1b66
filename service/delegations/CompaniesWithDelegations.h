// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyDirectory.h"
#include "service/delegations/ActingRights.h"

namespace proconnect::service {

/// The directory of companies with those that the person may read as a delegate today: without a function,
/// which is how they are told from those that the person leads, without establishments and number of
/// requests, which the snapshot gives as far as the delegation reaches.
class CompaniesWithDelegations final : public CompanyDirectory
{
public:
    CompaniesWithDelegations(CompanyDirectory& led, ActingRights& rights, DelegationStore store)
        : m_led(led), m_rights(rights), m_store(store)
    {}

    [[nodiscard]] Outcome<QList<Company>> companiesOf(QSqlDatabase& connection,
                                                      const QString& subject) override;
    /// Only of those that the person leads or led.
    [[nodiscard]] Outcome<Company> company(QSqlDatabase& connection, const QString& subject,
                                           const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> directorsOf(QSqlDatabase& connection, const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> attachedSirens(QSqlDatabase& connection) override;

private:
    /// Nothing when no delegation reaches it today.
    [[nodiscard]] Outcome<std::optional<Company>> delegated(QSqlDatabase& connection, const QString& subject,
                                                            const QString& siren);

    CompanyDirectory& m_led;
    ActingRights& m_rights;
    DelegationStore m_store;
};

} // namespace proconnect::service
