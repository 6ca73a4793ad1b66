// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/portals/PortalDirectory.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace proconnect::service {

/// The events that a portal may choose (domain 4.6). Answers to its requests, questions about them and
/// closures are not chosen: they are the other half of what it began.
namespace chosen_event {
inline const QString mandateEnded = QStringLiteral("fin-de-mandat");
inline const QString certificationWithdrawn = QStringLiteral("certification-retiree");
inline const QString contactEmailChanged = QStringLiteral("mel-modifie");
} // namespace chosen_event

struct PortalSubscription
{
    QUrl receiver;  ///< where events go; empty: nowhere
    QUrl candidate; ///< an address that is tried before it takes the other's place; empty: none
    bool candidateRefused = false;
    QStringList events; ///< of chosen_event

    friend bool operator==(const PortalSubscription&, const PortalSubscription&) = default;
};

/// What portals subscribed to, for those that the operator lets (scope dirigeant.abonner). Without a
/// subscription, events go where the operator said, and `fin-de-mandat` alone of those that can be chosen.
class PortalSubscriptions
{
public:
    explicit PortalSubscriptions(const PortalDirectory& portals) : m_portals(portals) {}

    [[nodiscard]] static const QStringList& choosable();
    /// `text` as an address that this portal may choose: on the server that the operator declared for its
    /// events and below the same folder, so that nobody sends the service calling anywhere else, nor to
    /// another portal behind the same gateway. InvalidRequest when it is not.
    [[nodiscard]] static Outcome<QUrl> acceptable(const PortalConfiguration& portal, const QString& text);

    [[nodiscard]] Outcome<PortalSubscription> of(QSqlDatabase& connection,
                                                 const PortalConfiguration& portal) const;
    /// Whether that portal takes events and chose this one; false for one that is no longer declared.
    [[nodiscard]] Outcome<bool> wants(QSqlDatabase& connection, const QString& portal,
                                      const QString& event) const;
    /// The receiver is kept only as long as the operator's word stays what it is now.
    [[nodiscard]] static Outcome<Done> save(QSqlDatabase& connection, const PortalConfiguration& portal,
                                            const PortalSubscription& subscription, const QDateTime& now);
    /// The candidate took the event that tried it, or never will. Nothing when it is no longer the candidate.
    [[nodiscard]] Outcome<Done> settleCandidate(QSqlDatabase& connection, const QString& portal,
                                                const QString& address, bool taken,
                                                const QDateTime& now) const;

private:
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
