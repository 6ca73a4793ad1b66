// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect {

/// State of a delegation (Délégation, domain 4.3). Values keep the official words.
enum class DelegationState {
    Proposed,  ///< PROPOSEE: waits 14 days for the person who was named
    Scheduled, ///< PROGRAMMEE: taken up, begins later
    Active,    ///< ACTIVE
    Suspended, ///< SUSPENDUE
    ToConfirm, ///< A_CONFIRMER: the delegator's mandate ended; 30 days to read, until a successor answers
    Declined,  ///< DECLINEE
    Expired,   ///< EXPIREE
    Revoked,   ///< REVOQUEE, or withdrawn before it was taken up
    Renounced, ///< RENONCEE
    Lapsed,    ///< CADUQUE
};

/// What a delegation lets its delegate do; only what the service can carry out.
enum class DelegationPower {
    SeeAccounts,    ///< VOIR_COMPTES
    AnswerRequests, ///< TRAITER_DEMANDES: see the requests and, within the ceiling, answer them
};

/// What the delegate may never grant, whatever the powers (plafond, domain 4.1).
enum class DelegationCeiling {
    None,                      ///< aucun
    NoAdministrator,           ///< hors_roles_administrateur
    NoAdministratorNorPayment, ///< hors_roles_administrateur_et_paiement
    ReadOnly,                  ///< lecture_seule
};

/// What somebody is to be entrusted with, as a director signs it.
struct DelegationProposal
{
    QString id; ///< UUID without braces; the proposal is made at most once
    QString siren;
    QString givenName; ///< of the delegate, as FranceConnect will have to confirm it
    QString familyName;
    QString email; ///< receives the code
    QList<DelegationPower> powers;
    QStringList portals;
    QStringList sirets; ///< establishments; empty: the whole company
    DelegationCeiling ceiling = DelegationCeiling::ReadOnly;
    QDate start;
    QDate end; ///< last day, in Paris

    [[nodiscard]] QString displayName() const { return QString(givenName + u' ' + familyName).trimmed(); }

    friend bool operator==(const DelegationProposal&, const DelegationProposal&) = default;
};

/// A delegation: what was proposed, and what became of it.
struct Delegation
{
    DelegationProposal terms;
    int version = 1; ///< changes with every change of state; an act names the one it saw
    DelegationState state = DelegationState::Proposed;
    QString delegator; ///< display name of the director under whom it stands
    QDateTime proposedAt;
    std::optional<QDateTime> answerBy;    ///< while it waits for an answer
    std::optional<QDateTime> takenUpAt;   ///< when the delegate took it up
    std::optional<QDateTime> suspendedAt; ///< since when it is suspended; kept when the mandate then ends
    std::optional<QDateTime> endedAt;
    bool mine = false; ///< the signed-in person is the delegate; never so as it is stored

    friend bool operator==(const Delegation&, const Delegation&) = default;
};

/// The delegations of a company, or those of one delegate.
struct DelegationList
{
    QList<Delegation> delegations; ///< newest first

    friend bool operator==(const DelegationList&, const DelegationList&) = default;
};

/// What a director does with a delegation that exists.
enum class DelegationOrder { Suspend, Resume, Revoke, Confirm, LetLapse };

/// One such act, as the director's device signs it.
struct DelegationAct
{
    QString id; ///< UUID without braces
    QString siren;
    QString delegation;
    int version = 0; ///< Delegation::version that the director saw
    DelegationOrder order = DelegationOrder::Revoke;
    QDateTime decidedAt;

    friend bool operator==(const DelegationAct&, const DelegationAct&) = default;
};

enum class DelegationReply { Accept, Decline };

/// What the person who was named says, with the code of the invitation.
struct DelegationAnswer
{
    QString code;
    DelegationReply reply = DelegationReply::Decline;

    friend bool operator==(const DelegationAnswer&, const DelegationAnswer&) = default;
};

} // namespace proconnect
