// SPDX-License-Identifier: MIT
#pragma once

#include "service/delegations/ActingRights.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/mail/Mailer.h"

#include <QList>
#include <QString>

#include <optional>

namespace proconnect::service {

/// What follows from a decision besides the new state of its target: all in the same transaction.
struct DecisionEffect
{
    QList<DeliveryOrder> deliveries;
    QList<Mail> mails;
    QString journalKind;
    QString person; ///< whom it is about
    QString portal;
    std::optional<Delegated> delegated; ///< by which delegation; nothing: a director decided
};

} // namespace proconnect::service
