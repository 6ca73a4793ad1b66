// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountChanges.h"
#include "core/findings/FindingSet.h"
#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <limits>

namespace proconnect {

/// What the rules read of every account: numbers, no text; sixteen bytes, since they are read many times.
struct AccountFact
{
    int holder = -1; ///< equal for two accounts exactly where they are one holder's; -1 without an address
    int portal = 0;  ///< equal for two accounts on one portal; so with the list of establishments
    int places = 0;
    FindingSet alone; ///< what is found without looking at any other account
    bool open : 1 = false;
    bool suspended : 1 = false;
    bool administrator : 1 = false;
    bool soleRole : 1 = false;
    bool named : 1 = false;
    bool generic : 1 = false;
    bool left : 1 = false;               ///< the portal knows a last day
    bool usedAfterDeparture : 1 = false; ///< the portal says so
};

/// What they read of some accounts only. Null, or the least number, where the portal does not say.
struct AccountDays
{
    static constexpr qint64 unknown = std::numeric_limits<qint64>::min();

    QDate createdOn;
    QDate leftOn;
    qint64 lastUsedAt = unknown; ///< milliseconds of the epoch
};

/// A company's accounts made ready for the rules: what many of them share is compared once. A hundred
/// thousand are then looked through in a few milliseconds, whatever has changed. Accounts are meant by their
/// position in the snapshot.
class AccountFacts
{
public:
    AccountFacts() = default;
    /// `today` is in Paris. The company may go afterwards.
    AccountFacts(const CompanySnapshot& company, QDate today);

    /// Reads again what changed, `accounts` being those after. Numbers stay what they were.
    void follow(const AccountList& accounts, const AccountChanges& changes);

    [[nodiscard]] qsizetype size() const { return m_facts.size(); }
    [[nodiscard]] const AccountFact& at(qsizetype account) const { return m_facts.at(account); }
    [[nodiscard]] const AccountDays& days(qsizetype account) const { return m_days.at(account); }
    [[nodiscard]] QDate today() const { return m_today; }
    /// Numbers of holders and of portals are below these.
    [[nodiscard]] int holderCount() const { return m_holderCount; }
    [[nodiscard]] int portalCount() const { return static_cast<int>(m_portals.size()); }
    /// The number of a portal; -1 of one without accounts.
    [[nodiscard]] int portal(const QString& id) const { return m_portals.value(id, -1); }
    /// The establishments, as numbers of their own, of a list of places; none: the whole company.
    [[nodiscard]] const QList<int>& establishments(int places) const { return m_establishments.at(places); }

    /// An address as it is compared.
    [[nodiscard]] static QString foldedAddress(const QString& address);

private:
    void join(const PersonLink& link);
    void read(qsizetype position, const PortalAccount& account);
    [[nodiscard]] int holderNumber(const QString& email);
    [[nodiscard]] int portalNumber(const QString& portal);
    [[nodiscard]] int placesNumber(const QStringList& sirets);

    QDate m_today;
    qint64 m_idleBefore = 0;
    QList<AccountFact> m_facts;
    QList<AccountDays> m_days;
    QHash<QString, int> m_holders; ///< by address
    int m_holderCount = 0;
    QHash<QString, int> m_portals;
    QHash<QStringList, int> m_places;
    QHash<QString, int> m_sirets;
    QList<QList<int>> m_establishments; ///< by list of places
};

} // namespace proconnect
