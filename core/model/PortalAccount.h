// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/SharedList.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect {

/// State of an account (Compte, domain 4.3).
enum class AccountState {
    Active,           ///< ACTIF
    Suspended,        ///< SUSPENDU
    ClosureScheduled, ///< REVOCATION_PROGRAMMEE
    ClosureRequested, ///< REVOCATION_DEMANDEE
    Closed,           ///< REVOQUE
    ClosureFailed,    ///< REVOCATION_EN_ECHEC
    ClosureManual,    ///< REVOCATION_MANUELLE_A_FAIRE
    Unknown,          ///< INCONNU: its source is stale
};

/// Certification as the account itself carries it (domain 4.3).
enum class AccountCertification { NotOffered, NotCertified, Requested, Certified, ToWithdraw };

/// Something the portal observed about the use of an account.
enum class AccountSignal { GenericAddress, SeveralOrigins, SimultaneousSessions, Idle, UsedAfterDeparture };

/// Under which mandate a third party holds an account (mandat de tiers, domain 4.1), as the portal knows it.
struct AccountMandate
{
    QString reference;
    QDate lastDay;
    QStringList sirets; ///< empty: the whole company

    friend bool operator==(const AccountMandate&, const AccountMandate&) = default;
};

/// How far a substitution is.
enum class SubstitutionState {
    Requested, ///< on its way to the portal
    Taken,     ///< the portal took it; its own data do not show it yet
    Failed,    ///< the portal refused, or never answered
};

/// Somebody was named to take over an administrator's role from an account whose holder has left
/// (substitution, domain 4.2). It is over when the portal's own data show them as administrator.
struct Substitution
{
    QString successor; ///< PortalAccount::id of whoever takes over
    QString role;      ///< PortalAccount::roleCode that they are to have
    QString askedBy;
    QDateTime askedAt;
    SubstitutionState state = SubstitutionState::Requested;

    friend bool operator==(const Substitution&, const Substitution&) = default;
};

/// One account on one portal, as the portal reports it.
struct PortalAccount
{
    QString id; ///< unique across portals: "impots:IMP-36b5d0bd"
    int version = 1;
    QString portal;
    QString portalAccountId;
    QString holderName; ///< empty for a generic account
    QString email;
    QString roleCode;
    QString roleLabel;
    bool administratorRole = false;
    bool soleRole = false; ///< one person holds this role at a time
    QList<PortalRight> rights;
    QStringList sirets; ///< empty: the whole company
    std::optional<QDate> createdOn;
    std::optional<QDateTime> lastUsedAt; ///< nothing: the portal does not say
    std::optional<QDate> holderLeftOn;   ///< departure that the company declared on the portal
    AccountState state = AccountState::Active;
    AccountCertification certification = AccountCertification::NotCertified;
    QList<AccountSignal> signalList;
    int originCount = 0;   ///< computers seen, when the portal counts them
    bool mine = false;     ///< belongs to the signed-in director
    QString portalMessage; ///< what the portal said when it refused an order
    std::optional<QDateTime> certifiedAt;
    bool addressUnreachable = false; ///< the portal's mail to its address is refused for good
    std::optional<AccountMandate> mandate;
    std::optional<Substitution> substitution; ///< of an orphaned administrator's account

    [[nodiscard]] bool openAccount() const { return state != AccountState::Closed; }
    [[nodiscard]] bool shared() const
    {
        return signalList.contains(AccountSignal::GenericAddress) ||
               signalList.contains(AccountSignal::SeveralOrigins) ||
               signalList.contains(AccountSignal::SimultaneousSessions);
    }

    friend bool operator==(const PortalAccount&, const PortalAccount&) = default;
};

/// A hundred thousand of them change by a hundred at a time.
using AccountList = SharedList<PortalAccount>;

/// How and when a portal's accounts were last learnt. Missing data is never "no account".
struct PortalSource
{
    enum class Method { Api, File, Declared };
    enum class State { Fresh, Stale, Unreachable, Never };

    QString portal;
    Method method = Method::Api;
    State state = State::Never;
    std::optional<QDateTime> asOf; ///< instant of the data
    std::optional<QDateTime> failingSince;

    friend bool operator==(const PortalSource&, const PortalSource&) = default;
};

} // namespace proconnect
