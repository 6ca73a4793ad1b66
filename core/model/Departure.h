// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect {

/// State of one account's closing within a departure (étape d'un départ, domain 4.3).
enum class DepartureStepState {
    ToDo,              ///< A_FAIRE: the departure's hour has not come
    ReplacementNeeded, ///< REMPLACEMENT_REQUIS: leaves once the portal shows whoever takes over
    Requested,         ///< DEMANDEE: on its way, or the portal has not said yet that it is closed
    Confirmed,         ///< CONFIRMEE_PSP
    Manual,            ///< A_FAIRE_MANUELLEMENT: by letter
    DeclaredDone,      ///< DECLAREE_FAITE: by the company; no proof until the portal's own data show it
    Failed,            ///< ECHEC: the portal refused, or never answered
    NotNeeded,         ///< SANS_OBJET: stopped before it left, or closed by something else
};

/// State of a departure (départ, domain 4.3).
enum class DepartureState {
    Scheduled, ///< PROGRAMME: its hour has not come
    Running,   ///< EN_COURS
    Closed,    ///< CLOS: each step is confirmed, declared done or not needed
    Cancelled, ///< ANNULE: stopped before anything left
};

/// Why a departure has not left although its hour has come.
enum class DeparturePutOff {
    RegisterUnavailable, ///< no register says whether whoever decided still leads the company
    MandateToConfirm,    ///< the register says something else of them: a sign-in, or a human, must settle it
};

/// Why somebody leaves (motif de sortie). Stays in the company, until the departure is closed: it is told
/// beside the decision (DepartureReason), since what a device signs is kept as evidence.
enum class LeavingReason { NotSaid, Resignation, Dismissal, EndOfContract, Retirement, Transfer, Conflict };

/// One account to close, as the screen showed it.
struct DepartureItem
{
    QString account; ///< PortalAccount::id
    int version = 0; ///< PortalAccount::version
    /// Of the last administrator: the account of whoever takes over, on the same portal; empty: none is
    /// needed.
    QString successor;
    /// Of the last administrator: closed without anybody to take over, its consequence having been read.
    bool withoutSuccessor = false;

    friend bool operator==(const DepartureItem&, const DepartureItem&) = default;
};

/// Somebody who gets an account of their own where one was shared (compte partagé). Role, rights and places
/// are at most those of the shared account; the role is the same.
struct Newcomer
{
    QString name;
    QString email;
    QStringList rights; ///< PortalRight::code
    QStringList sirets; ///< empty: the whole company

    friend bool operator==(const Newcomer&, const Newcomer&) = default;
};

/// How an account of their own comes to somebody. That it works is never kept: the portal's data show it.
enum class NewcomerState {
    Present,   ///< they had one before
    Invited,   ///< they register on the portal, which asks the company as ever
    Requested, ///< the portal is asked to open it
    Taken,     ///< the portal opened it
    Failed,    ///< the portal refused, or never answered
};

/// A newcomer, as it stands.
struct NewcomerProgress
{
    Newcomer newcomer;
    NewcomerState state = NewcomerState::Invited;
    QString portalMessage = {};       ///< what the portal said when it refused
    std::optional<QDateTime> at = {}; ///< of the last change of state

    friend bool operator==(const NewcomerProgress&, const NewcomerProgress&) = default;
};

/// What a director decides of somebody who leaves (Decision::departure); the decision's target is the
/// departure. With newcomers it is the way out of a shared account, the only item: that leaves at its hour,
/// or once everybody's own account works, whichever comes last.
struct DepartureTerms
{
    QString person; ///< as the screen names them
    QList<DepartureItem> items;
    std::optional<QDateTime> at; ///< when the accounts are closed; nothing: now
    QList<Newcomer> newcomers = {};

    friend bool operator==(const DepartureTerms&, const DepartureTerms&) = default;
};

/// What is told of a departure once it was started: PUT /v1/companies/{siren}/departures/{id}/reason.
struct DepartureReason
{
    LeavingReason reason = LeavingReason::NotSaid;

    friend bool operator==(const DepartureReason&, const DepartureReason&) = default;
};

/// One account's closing, as it stands.
struct DepartureStep
{
    QString account; ///< PortalAccount::id
    QString portal;
    QString portalAccountId;
    QString roleLabel;
    DepartureStepState state = DepartureStepState::ToDo;
    QString successor;                        ///< PortalAccount::id
    QString successorName;                    ///< as the portal names them
    QString portalMessage;                    ///< what the portal said when it refused
    std::optional<QDateTime> at;              ///< of the last change of state
    bool late = false;                        ///< asked for, and unanswered for longer than the portal takes
    std::optional<QDateTime> restorableUntil; ///< of a confirmed one, where the portal can open it again
    std::optional<QDateTime> restoredAt;      ///< of a confirmed one: when the company had it opened again

    friend bool operator==(const DepartureStep&, const DepartureStep&) = default;
};

/// A departure, as every director of the company sees it.
struct Departure
{
    QString id; ///< UUID without braces, chosen by whoever started it
    QString person;
    DepartureState state = DepartureState::Running;
    QString startedBy;
    QDateTime startedAt;
    std::optional<QDateTime> at; ///< its hour, when it is not at once
    LeavingReason reason = LeavingReason::NotSaid;
    QList<DepartureStep> steps;
    QString receiptNumber; ///< "RC-2026-000123"
    QString verificationCode;
    std::optional<DeparturePutOff> putOff; ///< until it leaves, or is stopped
    QList<NewcomerProgress> newcomers;     ///< of the way out of a shared account, and of a replacement
    /// AccessRequest::id; of a replacement: the newcomer asked for an account so, and the one that they take
    /// over is closed once theirs works.
    QString request = {};

    friend bool operator==(const Departure&, const Departure&) = default;
};

} // namespace proconnect
