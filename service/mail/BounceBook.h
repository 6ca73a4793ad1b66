// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/mail/Bounce.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// A message that came back, and what is known of its address by now.
struct BouncedMail
{
    QString siren;     ///< of the company whose contact address it was; empty: of none
    QString recipient; ///< the address as recipientPrint() writes it
    bool dead = false; ///< one hard bounce, or three soft ones within seven days (domain 4.3)
};

/// The messages that came back, among those in the outbox.
class BounceBook
{
public:
    /// Notes it in the caller's transaction, once for each message. Nothing when no such message was sent, or
    /// it was noted before: who writes reports must know the identifier that only the recipient's servers
    /// saw.
    [[nodiscard]] static Outcome<std::optional<BouncedMail>>
    note(QSqlDatabase& connection, const QString& message, Bounce bounce, const QDateTime& now);
};

/// Keyed fingerprint of an address, as the outbox keeps it.
[[nodiscard]] QString recipientPrint(const ServiceKeys& keys, const QString& address);

} // namespace proconnect::service
