// SPDX-License-Identifier: MIT
#pragma once

#include "service/mail/Bounce.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace proconnect::service {

/// What a mail server reports of a message of ours that it had taken (RFC 3464).
struct DeliveryReport
{
    QString message; ///< its identifier, from its Message-ID
    Bounce bounce = Bounce::None;

    /// Reads a whole message, as a mail server hands it on. Nothing when it is no delivery report, or does
    /// not say about which message. A delay is no bounce: the server goes on trying.
    [[nodiscard]] static std::optional<DeliveryReport> read(QByteArray source);
};

} // namespace proconnect::service
