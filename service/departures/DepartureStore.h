// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/departures/StoredDeparture.h"

#include <QSqlDatabase>
#include <QStringList>

namespace proconnect::service {

class ServiceKeys;

/// The departures of each company, with their steps.
class DepartureStore
{
public:
    /// The most that one look for what is due gives.
    static constexpr int batch = 100;

    explicit DepartureStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// Adds a departure with its steps. Conflict when its identifier was used before.
    [[nodiscard]] Outcome<Done> insert(QSqlDatabase& connection, const StoredDeparture& stored) const;
    [[nodiscard]] Outcome<std::optional<StoredDeparture>> find(QSqlDatabase& connection,
                                                               const QString& id) const;
    /// Writes the departure alone.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const StoredDeparture& stored) const;
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const StoredStep& stored) const;

    /// The company's departures that have not ended, those that ended since, and in any case the
    /// `latestEnded` that ended last; latest first.
    [[nodiscard]] Outcome<QList<StoredDeparture>> of(QSqlDatabase& connection, const QString& siren,
                                                     const QDateTime& endedSince, int latestEnded = 0) const;
    /// The steps of an account, of whatever departure, the latest departure's first.
    [[nodiscard]] Outcome<QList<StoredStep>> stepsOf(QSqlDatabase& connection, const QString& siren,
                                                     const QString& account) const;
    /// The step that goes with an account, if it may still change: that of the latest departure which has not
    /// given it up.
    [[nodiscard]] Outcome<QList<StoredStep>> unsettledOf(QSqlDatabase& connection, const QString& siren,
                                                         const QString& account) const;
    /// Those of all accounts of a portal.
    [[nodiscard]] Outcome<QList<StoredStep>> unsettled(QSqlDatabase& connection, const QString& siren,
                                                       const QString& portal) const;
    /// Of those, the ones declared done before `asOf`.
    [[nodiscard]] Outcome<QList<StoredStep>> declaredBefore(QSqlDatabase& connection, const QString& siren,
                                                            const QString& portal,
                                                            const QDateTime& asOf) const;
    /// How many accounts of each portal the departure that a decision started, or replaced with, has closed
    /// or is to close: those that were kept, or were gone before, do not count. Without a portal: none is
    /// kept, so that it has ended, long ago, or there was none.
    [[nodiscard]] static Outcome<QHash<QString, qsizetype>>
    closings(QSqlDatabase& connection, const QString& siren, const QString& decision);

    /// Departures whose hour has come, or that wait for a successor in a company where something changed
    /// since; at most a batch.
    [[nodiscard]] static Outcome<QStringList> due(QSqlDatabase& connection, const QDateTime& now);
    /// No job looks at the departure before `until`, although it may not be readable.
    [[nodiscard]] static Outcome<Done> putOff(QSqlDatabase& connection, const QString& id,
                                              const QDateTime& until);
    /// Departures of this director in which something has not left.
    [[nodiscard]] static Outcome<QStringList> waitingOf(QSqlDatabase& connection, const QString& siren,
                                                        const QString& decidedBy);
    /// Whether markLate() would find any.
    [[nodiscard]] static Outcome<bool> anyLate(QSqlDatabase& connection, const QDateTime& now);
    /// Marks the requested steps whose portal is late by now; the companies concerned.
    [[nodiscard]] static Outcome<QStringList> markLate(QSqlDatabase& connection, const QDateTime& now);

private:
    [[nodiscard]] Outcome<QList<StoredDeparture>>
    departures(QSqlDatabase& connection, const QString& condition, const QVariantList& values) const;
    [[nodiscard]] Outcome<QList<StoredStep>> steps(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const;
    [[nodiscard]] QString sealed(const StoredDeparture& stored) const;
    [[nodiscard]] QString sealed(const StoredStep& stored) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
