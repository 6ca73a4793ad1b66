// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "service/accounts/AccountStore.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/portals/PortalSubscriptions.h"

namespace proconnect::service {

/// Tells portals that SIRENE recorded another contact address of a company: those that subscribed to it and
/// on which the company has an open account, nobody else.
class ContactEmailEvents
{
public:
    ContactEmailEvents(AccountStore accounts, DeliveryQueue queue, const PortalDirectory& portals)
        : m_accounts(accounts), m_queue(std::move(queue)), m_subscriptions(portals)
    {}

    /// In the transaction that writes `recorded`.
    [[nodiscard]] Outcome<Done> tell(QSqlDatabase& connection, const QString& siren,
                                     const ContactEmail& recorded, const QDateTime& now) const;

private:
    AccountStore m_accounts;
    DeliveryQueue m_queue;
    PortalSubscriptions m_subscriptions;
};

} // namespace proconnect::service
