// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace proconnect::service {

enum class DeliveryKind {
    RequestAnswer,
    CloseAccount,
    CertifyAccount,
    WithdrawCertification,
    MandateEnded,    ///< an event about a director, not about one account
    AskClosure,      ///< an event: the portal closes the account and acknowledges it by a call
    RequestQuestion, ///< a question to the person who asked, for the portal to hand on
};

/// Something that a portal must be told, written in the transaction that decided it.
struct DeliveryOrder
{
    QString id; ///< UUID; the "jti" of an event, the same for every attempt
    QString siren;
    QString portal;
    QString decision; ///< identifier of the act it follows from; empty when time decided (expiry)
    DeliveryKind kind = DeliveryKind::RequestAnswer;
    QString target; ///< AccessRequest::id or PortalAccount::id; the director's pseudonym of an ended mandate
    QJsonObject content; ///< members of the event, or {subject} of a certification
    int attempts = 0;    ///< made before this one
    QDateTime createdAt;
};

/// What became of one attempt.
struct DeliveryResult
{
    /// Refused: the portal will not, trying again is useless.
    enum class Kind { Taken, Refused, TryLater };

    Kind kind = Kind::TryLater;
    QString message; ///< the portal's own reason when it refused; else for logs
    QString etag;    ///< new version of the account, when the portal told one
};

/// Carries orders of some kinds to a portal. Blocking, with a deadline of its own; from any thread.
class DeliveryCarrier
{
public:
    virtual ~DeliveryCarrier() = default;
    [[nodiscard]] virtual DeliveryResult carry(const DeliveryOrder& order) = 0;
};

} // namespace proconnect::service
