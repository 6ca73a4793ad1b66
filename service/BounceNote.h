// SPDX-License-Identifier: MIT
#pragma once

#include "service/CommandLine.h"

#include <QByteArray>

namespace proconnect {
class Clock;
}

namespace proconnect::service {

/// "mail bounced": notes what a mail server reports of a message of ours. Status 0 when it is noted or there
/// is nothing to note; 75 (EX_TEMPFAIL) when it cannot be noted now and the mail server shall hand it on
/// again. The text holds no address.
[[nodiscard]] CommandLineAnswer noteBounce(const ServiceConfig& config, const QByteArray& message,
                                           const Clock& clock);

} // namespace proconnect::service
