// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyDirectory.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

/// The directory of companies with Company::pendingRequests filled.
class CompaniesWithRequests final : public CompanyDirectory
{
public:
    CompaniesWithRequests(CompanyDirectory& companies, RequestStore requests)
        : m_companies(companies), m_requests(requests)
    {}

    [[nodiscard]] Outcome<QList<Company>> companiesOf(QSqlDatabase& connection,
                                                      const QString& subject) override;
    [[nodiscard]] Outcome<Company> company(QSqlDatabase& connection, const QString& subject,
                                           const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> directorsOf(QSqlDatabase& connection, const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> attachedSirens(QSqlDatabase& connection) override;

private:
    [[nodiscard]] Outcome<Company> counted(QSqlDatabase& connection, Company company) const;

    CompanyDirectory& m_companies;
    RequestStore m_requests;
};

} // namespace proconnect::service
