// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace proconnect::service {

enum class DeliveryKind {
    RequestAnswer,
    CloseAccount,
    CertifyAccount,
    WithdrawCertification,
    MandateEnded,           ///< an event about a director, not about one account
    AskClosure,             ///< an event: the portal closes the account and acknowledges it by a call
    RequestQuestion,        ///< a question to the person who asked, for the portal to hand on
    CertificationWithdrawn, ///< an event about one account
    ContactEmailChanged,    ///< an event about a company
    TryReceiver,            ///< an event that tries an address which the portal wants its events sent to
    RestoreAccount,         ///< opens a closed account again
    NameAdministrator,      ///< gives the successor of an orphaned administrator the role
    OpenAccount,            ///< opens an account for somebody who shared one
};

/// Something that a portal must be told, written in the transaction that decided it.
struct DeliveryOrder
{
    QString id; ///< UUID; the "jti" of an event, the same for every attempt
    QString siren;
    QString portal;
    QString decision; ///< identifier of the act it follows from; empty when time decided (expiry)
    DeliveryKind kind = DeliveryKind::RequestAnswer;
    /// AccessRequest::id or PortalAccount::id; the director's pseudonym of an ended mandate; the portal's own
    /// identifier of an account whose certification was withdrawn; a SIREN; an address to try; the departure
    /// of a newcomer.
    QString target;
    /// Members of the event; {subject} of a certification; {successor, role, decidedBy, sirets} of a
    /// substitution, the last being the orphan's establishments (none: the whole company), with {name, email}
    /// of a newcomer; {account, position, name, email, role, rights, sirets} of an account to open, the first
    /// being the shared one, the second the newcomer's place in the decision.
    QJsonObject content;
    int attempts = 0; ///< made before this one
    QDateTime createdAt;
};

/// What became of one attempt.
struct DeliveryResult
{
    /// Refused: the portal will not, trying again is useless. Overtaken: the company wants it no more;
    /// nothing was sent.
    enum class Kind { Taken, Refused, TryLater, Overtaken };

    Kind kind = Kind::TryLater;
    QString message;           ///< the portal's own reason when it refused; else for logs
    QString etag;              ///< new version of the account, when the portal told one
    bool portalFailed = false; ///< of TryLater: it did not answer, or not as it should
    bool called = true;        ///< of Refused and Overtaken: false when nothing was sent
    /// Of an account to open: what becomes of whoever it was for, where that does not follow from the kind.
    std::optional<NewcomerState> newcomer = {};
    QJsonObject surplus = {}; ///< of an opened account: what it has that was not asked for; for the evidence

    [[nodiscard]] static DeliveryResult refusedUnsent(const QString& why)
    {
        return {Kind::Refused, why, {}, false, false};
    }
    [[nodiscard]] static DeliveryResult overtaken(const QString& why)
    {
        return {Kind::Overtaken, why, {}, false, false};
    }
};

/// Carries orders of some kinds to a portal. Blocking, with a deadline of its own; from any thread.
class DeliveryCarrier
{
public:
    virtual ~DeliveryCarrier() = default;
    [[nodiscard]] virtual DeliveryResult carry(const DeliveryOrder& order) = 0;
    /// False while this portal asked to be left alone (429, Retry-After).
    [[nodiscard]] virtual bool mayCall(const QString& portal) = 0;
    /// PortalLineStatus::use of its way to portals.
    [[nodiscard]] virtual QString use() const = 0;
};

} // namespace proconnect::service
