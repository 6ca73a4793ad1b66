// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/instances/Claimant.h"

#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// The orders that wait for a portal. An order leaves the queue acknowledged or failed, never otherwise.
class DeliveryQueue
{
public:
    /// `claimant`: the running service for which orders are claimed.
    DeliveryQueue(const ServiceKeys& keys, Claimant claimant) : m_keys(keys), m_claimant(std::move(claimant))
    {}

    /// Adds an order, due at once, in the caller's transaction, under a new identifier.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const DeliveryOrder& order,
                                    const QDateTime& now) const;
    [[nodiscard]] Outcome<bool> anyDue(QSqlDatabase& connection, const QString& portal,
                                       const QDateTime& now) const;
    /// Takes the portal's oldest due order for this instance until `leaseEnd`, within Database::claim();
    /// nothing when none is left that no other instance is about to take, or when this one may claim nothing
    /// (Claimant). An order that cannot be read is put
    /// off for an hour, so that it holds up no other.
    [[nodiscard]] Outcome<std::optional<DeliveryOrder>> claim(QSqlDatabase& connection, const QString& portal,
                                                              const QDateTime& now,
                                                              const QDateTime& leaseEnd) const;
    /// Orders of one kind about a company that no portal has answered yet; those that cannot be read are left
    /// out.
    [[nodiscard]] Outcome<QList<DeliveryOrder>> waiting(QSqlDatabase& connection, const QString& siren,
                                                        DeliveryKind kind) const;
    /// Whether a later order of the same kind about the same account or request was added: then it is that
    /// one which the company waits for.
    [[nodiscard]] static Outcome<bool> overtaken(QSqlDatabase& connection, const QString& id);
    /// Gives the order back, due at `nextAttempt`; false when it has ended meanwhile or another service has
    /// claimed it.
    [[nodiscard]] Outcome<bool> postpone(QSqlDatabase& connection, const DeliveryOrder& order,
                                         const QDateTime& nextAttempt) const;
    /// Ends the order and erases its content; false when it had ended before.
    [[nodiscard]] Outcome<bool> settle(QSqlDatabase& connection, const DeliveryOrder& order,
                                       bool acknowledged, const QDateTime& now) const;

private:
    const ServiceKeys& m_keys;
    Claimant m_claimant;
};

} // namespace proconnect::service
