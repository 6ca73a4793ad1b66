// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/deliveries/DeliveryOrder.h"

#include <QList>
#include <QSqlDatabase>

namespace proconnect::service {

class ServiceKeys;

/// The orders that wait for a portal. An order leaves the queue acknowledged or failed, never otherwise.
class DeliveryQueue
{
public:
    explicit DeliveryQueue(const ServiceKeys& keys) : m_keys(keys) {}

    /// Adds an order, due at once, in the caller's transaction, under a new identifier.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const DeliveryOrder& order,
                                    const QDateTime& now) const;
    /// Orders of one portal whose time has come, oldest first, at most 50.
    [[nodiscard]] Outcome<QList<DeliveryOrder>> due(QSqlDatabase& connection, const QString& portal,
                                                    const QDateTime& now) const;
    /// Takes the order for this instance until `leaseEnd`; false when another one was quicker.
    [[nodiscard]] Outcome<bool> claim(QSqlDatabase& connection, const DeliveryOrder& order,
                                      const QDateTime& leaseEnd) const;
    [[nodiscard]] Outcome<Done> postpone(QSqlDatabase& connection, const DeliveryOrder& order,
                                         const QDateTime& nextAttempt) const;
    /// Ends the order; its content is erased.
    [[nodiscard]] Outcome<Done> settle(QSqlDatabase& connection, const DeliveryOrder& order,
                                       bool acknowledged, const QDateTime& now) const;

private:
    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
