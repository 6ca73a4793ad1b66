// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"
#include "service/departures/DepartureStore.h"
#include "service/journal/Journal.h"
#include "service/portals/PortalDirectory.h"

#include <QSet>
#include <QSqlDatabase>

namespace proconnect::service {

/// Lets the steps of departures follow what becomes of their accounts, and ends departures of which nothing
/// is left to be done. Everything in the caller's transaction, the one that writes the account.
class DepartureProgress
{
public:
    DepartureProgress(DepartureStore store, const Journal& journal, const PortalDirectory& portals)
        : m_store(store), m_journal(journal), m_portals(portals)
    {}

    /// The account is as `account` says from now on, and its step in the latest departure with it;
    /// `decision`: by which its closing was asked for, when that is what changed.
    [[nodiscard]] Outcome<Done> follow(QSqlDatabase& connection, const QString& siren,
                                       const PortalAccount& account, const QDateTime& now,
                                       const QString& decision = {}) const;

    /// What a portal's data said.
    struct Reading
    {
        QString siren;
        QString portal;
        QDateTime asOf;     ///< when the data were so
        bool whole = false; ///< they speak of every account, the others being as they were
        QDateTime now;
    };
    /// `changed`: the accounts that differ, as they are from now on. Accounts declared closed that the portal
    /// still shows wait for a letter again, and their departures go on.
    [[nodiscard]] Outcome<Done> follow(QSqlDatabase& connection, const Reading& reading,
                                       const QList<PortalAccount>& changed) const;

    /// The right data, `reading`, took the place of wrong ones and show the account open. If nothing but data
    /// that count no more ended its latest step, that goes on as before, and the departure with it; gives
    /// what state its account is in then. `awaited`: a portal is still to answer an order to close it.
    [[nodiscard]] Outcome<std::optional<AccountState>>
    disproved(QSqlDatabase& connection, const Reading& reading, const QString& account, bool awaited) const;
    /// Something better than data says that the account is closed: no data disprove it any more.
    [[nodiscard]] Outcome<Done> proven(QSqlDatabase& connection, const QString& siren,
                                       const QString& account) const;

    /// The account that its latest departure closed was opened again.
    [[nodiscard]] Outcome<Done> restored(QSqlDatabase& connection, const QString& siren,
                                         const QString& account, const QDateTime& now) const;

    /// A portal's word on an account that it was asked to open for somebody.
    struct Opening
    {
        QString departure;
        QString email;
        NewcomerState state = NewcomerState::Failed; ///< that follows from it
        QString message;                             ///< the portal's own words
    };
    /// Of one that is still awaited; what came before stays as it was: false.
    [[nodiscard]] Outcome<bool> opening(QSqlDatabase& connection, const Opening& opening,
                                        const QDateTime& now) const;

    /// From now on the step is so; `message`: the portal's own words.
    [[nodiscard]] Outcome<Done> move(QSqlDatabase& connection, StoredStep& stored, DepartureStepState state,
                                     const QDateTime& now, const QString& message = {}) const;
    /// Ends the departure if nothing is left to be done, and forgets why somebody left: closed, or
    /// `stopped` and nothing had left.
    [[nodiscard]] Outcome<Done> settle(QSqlDatabase& connection, const QString& departure,
                                       const QDateTime& now, bool stopped = false) const;

private:
    /// Why an account is as it is.
    struct Cause
    {
        QString decision;                  ///< by which its closing was asked for; empty: something else
        std::optional<QDateTime> dataAsOf; ///< of the portal's data, if it is them
    };
    [[nodiscard]] Outcome<bool> take(QSqlDatabase& connection, StoredStep& stored,
                                     const PortalAccount& account, const QDateTime& now,
                                     const Cause& cause) const;
    void enter(StoredStep& stored, DepartureStepState state, const QDateTime& now,
               const QString& message) const;
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const StoredStep& stored) const;
    /// Says of whom a portal was told to open an account that its data show it with more than was signed.
    [[nodiscard]] Outcome<Done> tellSurplus(QSqlDatabase& connection, const StoredStep& step,
                                            const QList<PortalAccount>& changed, const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> tellStillOpen(QSqlDatabase& connection, const Reading& reading) const;
    [[nodiscard]] Outcome<Done> tellStillOpen(QSqlDatabase& connection, const Reading& reading,
                                              StoredStep& stored) const;
    /// The person who leaves, in whose departure something is to be done once more.
    [[nodiscard]] Outcome<QString> reopen(QSqlDatabase& connection, const QString& departure,
                                          DepartureState state) const;

    DepartureStore m_store;
    const Journal& m_journal;
    const PortalDirectory& m_portals;
};

/// Says until when the portal opens the account of each confirmed step again, if it does; `closed`:
/// PortalAccount::id of the accounts that are closed.
void fillRestorable(Departure& departure, const QSet<QString>& closed, const PortalDirectory& portals,
                    const QDateTime& now);

} // namespace proconnect::service
