// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Namesakes.h"
#include "core/findings/Administrators.h"
#include "core/findings/Holders.h"
#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>
#include <utility>

namespace proconnect {

/// What nobody in post would administer any more on a portal once an account is closed (dernière main).
struct LastHand
{
    QString account; ///< PortalAccount::id of the one that would be closed
    QString portal;
    /// Open establishments that would be left; empty where the account covers a company whose establishments
    /// are not known, or closed ones alone.
    QStringList sirets;
    bool wholePortal = false; ///< nobody else in post administers anything on that portal

    friend bool operator==(const LastHand&, const LastHand&) = default;
};

/// Which accounts cannot be closed without leaving something without an administrator. A hand is an
/// administrator in post (Administrators) of another person, whose account is neither among those to close
/// nor closing already. Somebody of the same name counts as another person once somebody has said so
/// (Namesakes). Who was chosen to take over is a hand whoever they are: nothing is left by somebody who goes
/// on under another address. Pure; linear in the number of accounts and of their establishments.
class LastHands
{
public:
    /// `company` must outlive this; `closing` holds PortalAccount::id of those to close together,
    /// `takingOver` of those that a director chose for their work; `today` is in Paris.
    LastHands(const CompanySnapshot& company, const QSet<QString>& closing, QDate today,
              const QSet<QString>& takingOver = {});

    /// What closing this account would leave without an administrator; nothing when somebody else has it all
    /// in hand, and for accounts that are closed, not an administrator's, or unknown.
    [[nodiscard]] std::optional<LastHand> of(const QString& account) const;
    /// That of each account to close, in the order of the snapshot.
    [[nodiscard]] QList<LastHand> all() const;
    /// Whether `successor` can be named to take over from `account`: a working account of another named
    /// person who has not left, on the same portal, that is not to be closed. Its role may still be to come.
    [[nodiscard]] bool mayTakeOver(const QString& account, const QString& successor) const;
    /// Positions of those who may take over from `account`, administrators first.
    [[nodiscard]] QList<qsizetype> successorsOf(const QString& account) const;

private:
    [[nodiscard]] std::optional<LastHand> at(qsizetype account) const;
    [[nodiscard]] bool stays(qsizetype account) const;
    void addHand(qsizetype account);
    /// Whether one of `hands`, positions of accounts, takes over, or is surely not of the person of
    /// `account`.
    [[nodiscard]] bool anotherAmong(const QList<qsizetype>& hands, qsizetype account) const;
    [[nodiscard]] QStringList placesOf(const PortalAccount& account) const;

    const CompanySnapshot& m_company;
    QSet<QString> m_closing;
    QSet<QString> m_takingOver;
    AccountFacts m_facts;
    Holders m_holders;
    Administrators m_administrators;
    Namesakes m_namesakes;
    QHash<QString, qsizetype> m_positions; ///< by PortalAccount::id
    QSet<QString> m_closedPlaces;
    QHash<QString, QList<qsizetype>> m_onPortal; ///< those who stay
    QHash<QString, QList<qsizetype>> m_onWholeCompany;
    QHash<std::pair<QString, QString>, QList<qsizetype>> m_onPlace; ///< portal, SIRET
};

} // namespace proconnect
