// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect {

/// What a director decides. The names are those of the wire: "request.accept", ...
enum class DecisionKind {
    AcceptRequest,
    RefuseRequest,
    CloseAccount,
    CertifyAccount,
    AskComplement,     ///< a question to the person, in `comment`
    ForwardRequest,    ///< a delegate is asked to answer
    StartDeparture,    ///< somebody's accounts are closed, now or later; the target is the departure's new id
    StopDeparture,     ///< what has not left of a departure stays open
    DeclareClosed,     ///< of an account to close by letter: the company says that the portal has closed it
    RestoreAccount,    ///< a closed account is opened again, within the portal's window
    NameAdministrator, ///< somebody takes over the orphaned administrator's account, which is the target
};

/// Coded reason of a refusal.
enum class RefusalReason { NotNeeded, WrongNameOrPlace, SomeoneElseHasIt, Other, UnknownPerson };

/// One decision, as signed by the device and sent to the service. It is taken at most once: `id` is its key.
struct Decision
{
    QString id; ///< UUID without braces
    DecisionKind kind = DecisionKind::AcceptRequest;
    QString siren;
    QString target; ///< AccessRequest::id or PortalAccount::id
    int targetVersion = 0;
    std::optional<QDate> until;
    QStringList withheldRights; ///< of an acceptance: codes of rights that are not granted
    QString delegation;         ///< of a forwarding: identifier of the delegation of whoever shall answer
    std::optional<RefusalReason> reason;
    /// Of StartDeparture; of AcceptRequest: the one account that the person takes over, which is closed once
    /// theirs works.
    std::optional<DepartureTerms> departure;
    QString successor; ///< of NameAdministrator: PortalAccount::id of whoever takes over, on that portal
    std::optional<int> successorVersion; ///< its PortalAccount::version, as it was shown
    QString comment;                     ///< at most 500 characters
    QString shown;                       ///< the sentence the screen showed beside the button
    QDateTime decidedAt;

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// The service's word that a decision is taken.
struct DecisionReceipt
{
    QString decisionId;
    QDateTime takenAt;
    QString receiptNumber; ///< "RC-2026-000123"
    QString verificationCode;

    friend bool operator==(const DecisionReceipt&, const DecisionReceipt&) = default;
};

/// A receipt as its author reads it again, after the end of their mandate too.
struct OwnReceipt
{
    DecisionReceipt receipt;
    DecisionKind kind = DecisionKind::AcceptRequest;
    QString shown;                           ///< the sentence that the screen showed
    std::optional<QDateTime> acknowledgedAt; ///< when the portal had taken it; nothing: not yet, or refused

    friend bool operator==(const OwnReceipt&, const OwnReceipt&) = default;
};

/// The person's own receipts about one company, latest first.
struct OwnReceipts
{
    QString siren;
    QList<OwnReceipt> receipts;

    friend bool operator==(const OwnReceipts&, const OwnReceipts&) = default;
};

} // namespace proconnect
