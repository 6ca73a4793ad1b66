// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace proconnect::service {

/// Whether a message came back, and what that says of the address (domain 4.3, Adresse mél).
enum class Bounce {
    None,
    Soft, ///< not this time: mailbox full, server away for days, a refusal that names no reason
    Hard, ///< the address does not exist
};

/// What an SMTP reply of the class 4 or 5 about a recipient says of the address: by its enhanced status (RFC
/// 3463), which stands first in `text` when there is one. Policy (x.7.x), the sender (x.1.7, x.1.8) and what
/// the server says of itself say nothing of it.
[[nodiscard]] Bounce bounceOf(int code, const QByteArray& text);

/// The same of an enhanced status, "5.1.1".
[[nodiscard]] Bounce bounceOfStatus(const QByteArray& status);

} // namespace proconnect::service
