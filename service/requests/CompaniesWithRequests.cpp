// SPDX-License-Identifier: MIT
#include "service/requests/CompaniesWithRequests.h"

namespace proconnect::service {

Outcome<QList<Company>> CompaniesWithRequests::companiesOf(QSqlDatabase& connection, const QString& subject)
{
    auto companies = m_companies.companiesOf(connection, subject);
    if (!companies) {
        return companies;
    }
    for (Company& company : companies.value()) {
        auto whole = counted(connection, company);
        if (!whole) {
            return whole.failure();
        }
        company = std::move(whole).value();
    }
    return companies;
}

Outcome<Company> CompaniesWithRequests::company(QSqlDatabase& connection, const QString& subject,
                                                const QString& siren)
{
    const auto found = m_companies.company(connection, subject, siren);
    return found ? counted(connection, found.value()) : found;
}

Outcome<QStringList> CompaniesWithRequests::directorsOf(QSqlDatabase& connection, const QString& siren)
{
    return m_companies.directorsOf(connection, siren);
}

Outcome<QStringList> CompaniesWithRequests::attachedSirens(QSqlDatabase& connection)
{
    return m_companies.attachedSirens(connection);
}

Outcome<Company> CompaniesWithRequests::counted(QSqlDatabase& connection, Company company) const
{
    if (company.mandateEnded) {
        return company;
    }
    const auto open = m_requests.openCount(connection, company.siren);
    if (!open) {
        return open.failure();
    }
    company.pendingRequests = open.value();
    return company;
}

} // namespace proconnect::service
