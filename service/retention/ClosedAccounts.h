// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace proconnect::service {

class Database;

/// Forgets whose the accounts were that are closed for twelve months (domain 4.5). Their identifiers at the
/// portals stay, so that a portal which goes on listing them brings nobody back.
class ClosedAccounts
{
public:
    static constexpr int months = 12;

    explicit ClosedAccounts(Database& database) : m_database(database) {}

    /// Dates those found closed for the first time, and forgets those dated long enough ago; gives how many.
    /// Whoever reads the company sees it from then on.
    [[nodiscard]] Outcome<int> forget(const QDateTime& now);

private:
    [[nodiscard]] static Outcome<int> forgetSome(QSqlDatabase& connection, const QDateTime& oldest);

    Database& m_database;
};

} // namespace proconnect::service
