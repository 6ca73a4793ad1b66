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

/// Orders that are left where they are: of these kinds, and added after that instant. Of the kinds on trial,
/// the least tried goes first, and of those the newest: orders that a portal cannot digest, which come
/// together, must not speak for all.
struct HeldBack
{
    QList<DeliveryKind> kinds;
    QDateTime addedAfter;
    QList<DeliveryKind> onTrial;
};

/// The orders that wait for a portal. An order leaves the queue acknowledged, failed, or overtaken: a
/// question whose request was settled or answered first; the closing of an account that is to stay open.
class DeliveryQueue
{
public:
    enum class End { Acknowledged, Failed, Overtaken };

    /// `claimant`: the running service for which orders are claimed.
    DeliveryQueue(const ServiceKeys& keys, Claimant claimant) : m_keys(keys), m_claimant(std::move(claimant))
    {}

    /// Adds an order, due at once, in the caller's transaction, under a new identifier.
    [[nodiscard]] Outcome<Done> add(QSqlDatabase& connection, const DeliveryOrder& order,
                                    const QDateTime& now) const;
    [[nodiscard]] Outcome<bool> anyDue(QSqlDatabase& connection, const QString& portal, const QDateTime& now,
                                       const HeldBack& heldBack = {}) const;
    /// Takes the portal's oldest due order (HeldBack) for this instance until `leaseEnd`, within
    /// Database::claim(); nothing when none is left that no other instance is about to take, or when this one
    /// may claim nothing (Claimant). An order that cannot be read is put off for an hour, so that it holds up
    /// no other.
    [[nodiscard]] Outcome<std::optional<DeliveryOrder>> claim(QSqlDatabase& connection, const QString& portal,
                                                              const QDateTime& now, const QDateTime& leaseEnd,
                                                              const HeldBack& heldBack = {}) const;
    /// Orders of one kind about a company that no portal has answered yet; those that cannot be read are left
    /// out.
    [[nodiscard]] Outcome<QList<DeliveryOrder>> waiting(QSqlDatabase& connection, const QString& siren,
                                                        DeliveryKind kind) const;
    /// Whether a later order of the same kind about the same account or request was added, or, of one that
    /// closes an account or opens it again, any such: then it is that one which the company waits for.
    [[nodiscard]] static Outcome<bool> overtaken(QSqlDatabase& connection, const QString& id);
    /// The portal's word on what an event asked for came, or its silence was noted.
    [[nodiscard]] static Outcome<Done> noteAnswer(QSqlDatabase& connection, const QString& id,
                                                  const QDateTime& now);
    /// Ends the questions about a request that no portal has taken yet: their answer would be of no use.
    [[nodiscard]] static Outcome<Done> dropQuestions(QSqlDatabase& connection, const QString& siren,
                                                     const QString& request, const QDateTime& now);
    /// Gives the order back, due at `nextAttempt`; false when it has ended meanwhile or another service has
    /// claimed it.
    [[nodiscard]] Outcome<bool> postpone(QSqlDatabase& connection, const DeliveryOrder& order,
                                         const QDateTime& nextAttempt) const;
    /// Ends the order and erases its content; false when it had ended before.
    [[nodiscard]] Outcome<bool> settle(QSqlDatabase& connection, const DeliveryOrder& order, End end,
                                       const QDateTime& now) const;

private:
    const ServiceKeys& m_keys;
    Claimant m_claimant;
};

} // namespace proconnect::service
