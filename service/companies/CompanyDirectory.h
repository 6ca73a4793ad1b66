// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// The companies that people attached, from the database. Company::pendingRequests is left to the caller.
class CompanyDirectory
{
public:
    virtual ~CompanyDirectory() = default;

    /// Companies of the person, by name; those whose mandate ended are there too, marked so.
    [[nodiscard]] virtual Outcome<QList<Company>> companiesOf(QSqlDatabase& connection,
                                                              const QString& subject) = 0;
    /// One of them. NotAllowed when the person never attached it.
    [[nodiscard]] virtual Outcome<Company> company(QSqlDatabase& connection, const QString& subject,
                                                   const QString& siren) = 0;
    /// Pseudonyms of the people who lead the company today.
    [[nodiscard]] virtual Outcome<QStringList> directorsOf(QSqlDatabase& connection,
                                                           const QString& siren) = 0;
    /// SIREN of every company that someone leads today, for the jobs that visit them all.
    [[nodiscard]] virtual Outcome<QStringList> attachedSirens(QSqlDatabase& connection) = 0;
};

} // namespace proconnect::service
