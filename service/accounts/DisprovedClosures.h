// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountListings.h"

namespace proconnect::service {

/// Puts back what had been decided of accounts that a wrong list showed as closed, once the right one, taken
/// in its place, shows them open: nothing that a director decided is lost, and nothing is asked for twice.
class DisprovedClosures
{
public:
    DisprovedClosures(AccountStore store, DepartureProgress departures)
        : m_store(store), m_departures(departures)
    {}

    /// Once `source`, whose accounts are written, took the place of everything newer. What was stopped, or
    /// told by the portal itself, or decided anew since, stays as it is.
    [[nodiscard]] Outcome<Done> restore(QSqlDatabase& connection,
                                        const AccountListings::Source& source) const;

private:
    [[nodiscard]] Outcome<Done> restore(QSqlDatabase& connection, const AccountListings::Source& source,
                                        StoredAccount stored) const;

    AccountStore m_store;
    DepartureProgress m_departures;
};

} // namespace proconnect::service
