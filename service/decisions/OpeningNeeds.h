// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/deliveries/AccountOpenings.h"
#include "service/departures/DepartureStore.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

/// Whether an account is still to be opened for somebody who shared one.
class OpeningNeeds
{
public:
    OpeningNeeds(DepartureStore departures, AccountStore accounts, RequestStore requests)
        : m_departures(departures), m_accounts(accounts), m_requests(requests)
    {}

    /// Stopped: the company wants it no more. Present: they have one by now. Asked: their own request for one
    /// is the company's to answer.
    [[nodiscard]] Outcome<AccountOpenings::Need> needOf(QSqlDatabase& connection,
                                                        const DeliveryOrder& order) const;

private:
    DepartureStore m_departures;
    AccountStore m_accounts;
    RequestStore m_requests;
};

} // namespace proconnect::service
