// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace proconnect::service {

class Database;

/// Deletes lines of companies' journals after three years: what they name people for is a company's own
/// control of who acted for it, the longest that domain 4.5 allows for such records. What decisions prove is
/// evidence, which has a rule of its own.
class OldJournal
{
public:
    static constexpr int months = 36;

    explicit OldJournal(Database& database) : m_database(database) {}

    /// Dates the lines found for the first time that bear no date, and deletes what is old enough; gives how
    /// many. Whoever reads the company sees it from then on.
    [[nodiscard]] Outcome<int> forget(const QDateTime& now);

private:
    [[nodiscard]] static Outcome<int> forgetSome(QSqlDatabase& connection, const QDateTime& oldest);

    Database& m_database;
};

} // namespace proconnect::service
