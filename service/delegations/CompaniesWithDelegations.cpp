// SPDX-License-Identifier: MIT
#include "service/delegations/CompaniesWithDelegations.h"

#include <QSet>

#include <algorithm>

namespace proconnect::service {

Outcome<QList<Company>> CompaniesWithDelegations::companiesOf(QSqlDatabase& connection,
                                                              const QString& subject)
{
    auto companies = m_led.companiesOf(connection, subject);
    if (!companies) {
        return companies;
    }
    const auto delegations = m_store.ofDelegate(connection, subject);
    if (!delegations) {
        return delegations.failure();
    }
    QList<Company>& all = companies.value();
    QSet<QString> looked;
    for (const Company& company : all) {
        if (!company.mandateEnded) {
            looked.insert(company.siren);
        }
    }
    for (const StoredDelegation& stored : delegations.value()) {
        const QString& siren = stored.delegation.terms.siren;
        if (looked.contains(siren)) {
            continue;
        }
        looked.insert(siren);
        const auto company = delegated(connection, subject, siren);
        if (!company) {
            return company.failure();
        }
        if (company.value()) {
            // Somebody who led it and acts for it now sees what they may see now.
            all.removeIf([&siren](const Company& ended) { return ended.siren == siren; });
            all.append(*company.value());
        }
    }
    std::sort(all.begin(), all.end(), [](const Company& a, const Company& b) {
        const int order = a.name.localeAwareCompare(b.name);
        return order != 0 ? order < 0 : a.siren < b.siren;
    });
    return companies;
}

Outcome<std::optional<Company>>
CompaniesWithDelegations::delegated(QSqlDatabase& connection, const QString& subject, const QString& siren)
{
    const auto standing = m_rights.held(connection, subject, siren);
    if (!standing) {
        const FailureCode code = standing.failure().code;
        return code == FailureCode::NotAllowed || code == FailureCode::MandateEnded
                   ? Outcome<std::optional<Company>>(std::nullopt)
                   : Outcome<std::optional<Company>>(standing.failure());
    }
    auto company = m_led.company(connection, standing.value().director, siren);
    if (!company) {
        return company.failure();
    }
    Company& seen = company.value();
    seen.function.clear();
    seen.mandateEnded = false;
    seen.mandateEndedAt.reset();
    seen.companyClosed = false;
    seen.establishments.clear();
    seen.pendingRequests = 0;
    return std::optional(std::move(seen));
}

Outcome<Company> CompaniesWithDelegations::company(QSqlDatabase& connection, const QString& subject,
                                                   const QString& siren)
{
    return m_led.company(connection, subject, siren);
}

Outcome<QStringList> CompaniesWithDelegations::directorsOf(QSqlDatabase& connection, const QString& siren)
{
    return m_led.directorsOf(connection, siren);
}

Outcome<QStringList> CompaniesWithDelegations::attachedSirens(QSqlDatabase& connection)
{
    return m_led.attachedSirens(connection);
}

} // namespace proconnect::service
