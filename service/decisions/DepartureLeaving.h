// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/AccountClosing.h"
#include "service/decisions/CompanyHands.h"
#include "service/departures/DepartureProgress.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace proconnect::service {

/// Lets the accounts of a departure leave, or keeps them open. In the caller's transaction.
class DepartureLeaving
{
public:
    DepartureLeaving(AccountStore accounts, AccountClosing closing, CompanyHands hands,
                     DepartureStore departures, DepartureProgress progress)
        : m_accounts(accounts), m_closing(closing), m_hands(hands), m_departures(departures),
          m_progress(progress)
    {}

    /// Asks for every account that waits to be closed, by letter where there is no other way; one that is
    /// gone is not needed any more; an administrator's that is the last hand waits on, and a shared
    /// or replaced one for newcomers whose own does not work yet. The orders to add, all by the decision that
    /// started the departure.
    [[nodiscard]] Outcome<QList<DeliveryOrder>> leave(QSqlDatabase& connection, StoredDeparture& stored,
                                                      const QDateTime& now) const;
    /// An account waits that nothing holds.
    [[nodiscard]] Outcome<bool> isReady(QSqlDatabase& connection, const StoredDeparture& stored,
                                        const QDateTime& now) const;
    /// The accounts that wait are kept as they were, and a shared one that its portal would not close; the
    /// departure ends if none had left. How many there were.
    [[nodiscard]] Outcome<int> stop(QSqlDatabase& connection, StoredDeparture& stored,
                                    const QDateTime& now) const;

private:
    /// Of a step that had not left and has ended: nothing makes it go on.
    [[nodiscard]] Outcome<Done> stopForGood(QSqlDatabase& connection, StoredStep& step) const;
    /// Nothing puts it off any more.
    [[nodiscard]] Outcome<Done> goOn(QSqlDatabase& connection, StoredDeparture& stored) const;
    using Condition = std::function<bool(const StoredStep&)>;
    /// The accounts of those steps that are still open.
    [[nodiscard]] Outcome<QHash<QString, StoredAccount>>
    accountsOf(QSqlDatabase& connection, const StoredDeparture& stored, const Condition& those) const;
    /// Those of them that cannot go yet.
    [[nodiscard]] Outcome<QSet<QString>> held(QSqlDatabase& connection, const StoredDeparture& stored,
                                              const QHash<QString, StoredAccount>& waiting,
                                              const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> hold(QSqlDatabase& connection, StoredStep& step, StoredAccount& account,
                                     qint64 cursor, const QDateTime& now) const;

    AccountStore m_accounts;
    AccountClosing m_closing;
    CompanyHands m_hands;
    DepartureStore m_departures;
    DepartureProgress m_progress;
};

} // namespace proconnect::service
