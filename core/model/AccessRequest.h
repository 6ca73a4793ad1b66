// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/BusinessNumbers.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace proconnect {

/// State of a request for access (Demande, domain 4.3). Values keep the official words.
enum class RequestState {
    Received,           ///< RECUE
    Undeliverable,      ///< NON_DISTRIBUABLE
    Waiting,            ///< EN_ATTENTE
    ComplementAsked,    ///< COMPLEMENT_DEMANDE
    Forwarded,          ///< TRANSMISE
    Accepted,           ///< ACCEPTEE
    AcceptedWithLimits, ///< ACCEPTEE_AVEC_RESTRICTION
    Refused,            ///< REFUSEE
    Withdrawn,          ///< RETIREE
    Expired,            ///< EXPIREE
};

/// Whether the portal has taken the answer (restitution, domain 4.3).
enum class HandBack { None, ToDo, Running, Acknowledged, Failed };

/// A fact worth a look before answering. Never a score.
enum class RiskFact {
    UnknownRequester,  ///< no account, and no request that was accepted before
    ExternalDomain,    ///< e-mail domain is not the company's
    AdministratorRole, ///< the role may add other users
    PaymentRight,      ///< a right over payments or bank details
    SensitivePortal,
    RequesterLeft,   ///< reported as having left
    GenericAddress,  ///< a shared mailbox, not a person
    OddHour,         ///< sent between 22:00 and 06:00 or on a Sunday, Paris time
    FirstFromPortal, ///< no request from this portal before, and no account on it
    NearCopyOfName, ///< called as, or almost as, somebody whom the company's accounts know at another address
};

/// A right on a portal, in the portal's own words.
struct PortalRight
{
    QString code;
    QString label;
    bool payment = false; ///< moves money or changes bank details

    friend bool operator==(const PortalRight&, const PortalRight&) = default;
};

/// A declaration that waits for the access.
struct BusinessDeadline
{
    QString label;
    QDate date;
    QStringList whoElseCan; ///< names of people who can already file it

    friend bool operator==(const BusinessDeadline&, const BusinessDeadline&) = default;
};

/// A question put to the person before the answer; while it waits, so does the time to answer.
struct Complement
{
    QString question;
    QDateTime askedAt;
    QString answer; ///< empty while awaited
    std::optional<QDateTime> answeredAt;

    friend bool operator==(const Complement&, const Complement&) = default;
};

/// A collaborator's request for access on a portal.
struct AccessRequest
{
    QString id;      ///< the service's reference, "PC-2026-001021"
    int version = 1; ///< changes with every change of state; a decision names the one it saw
    QString portal;
    RequestState state = RequestState::Waiting;
    HandBack handBack = HandBack::None;

    QString givenName;
    QString familyName;
    QString email;
    QString jobTitle; ///< as the person declared it
    QString roleCode;
    QString roleLabel;
    bool administratorRole = false;
    QList<PortalRight> rights;
    QStringList sirets; ///< establishments; empty: the whole company
    QString message;    ///< the person's own words; never markup

    QDateTime receivedAt;
    QDateTime expiresAt;
    std::optional<QDate> until; ///< end date that the person asked for
    std::optional<BusinessDeadline> deadline;
    std::optional<Complement> complement;
    QList<RiskFact> risks;
    QString resembles;           ///< with NearCopyOfName: the known name
    QStringList existingPortals; ///< portals where the person already has an account
    /// PortalAccount::portalAccountId of the account that they take over, as the portal says; empty: it says
    /// of none. Told to directors alone.
    QString replaces = {};

    QString forwardedTo; ///< name of the delegate who was asked to answer; the director may still do so
    QString decidedBy;   ///< display name; empty while open, and when the service itself decided
    std::optional<QDateTime> decidedAt;
    QString refusalReason;      ///< coded reason, empty unless refused
    QStringList withheldRights; ///< codes of rights that were not granted; empty: all were
    QString portalMessage;      ///< what the portal said when it did not take the answer

    [[nodiscard]] bool open() const
    {
        return state == RequestState::Waiting || state == RequestState::ComplementAsked ||
               state == RequestState::Forwarded || state == RequestState::Received ||
               state == RequestState::Undeliverable;
    }
    /// Accepting it gives an administrator's role or a payment right (architecture, How fresh a sign-in must
    /// be).
    [[nodiscard]] bool ofHighEffect() const
    {
        return administratorRole || std::any_of(rights.begin(), rights.end(),
                                                [](const PortalRight& right) { return right.payment; });
    }
    [[nodiscard]] QString displayName() const { return QString(givenName + u' ' + familyName).trimmed(); }
    /// Codes of the rights asked for without those withheld.
    [[nodiscard]] QStringList grantedRights() const
    {
        QStringList codes;
        for (const PortalRight& right : rights) {
            if (!withheldRights.contains(right.code)) {
                codes.append(right.code);
            }
        }
        return codes;
    }

    friend bool operator==(const AccessRequest&, const AccessRequest&) = default;
};

} // namespace proconnect
