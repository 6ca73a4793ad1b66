// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/requests/RequestStore.h"

#include <QDateTime>
#include <QJsonObject>

namespace proconnect::service {

/// Reads the body of a portal's deposit. Everything but what the service adds itself (reference, state,
/// expiry) is set. Failures: SirenInvalid, EmailInvalid, or InvalidRequest whose argument names the member
/// that does not fit.
[[nodiscard]] Outcome<StoredRequest> readDeposit(const QJsonObject& body, const QString& portalId,
                                                 const QDateTime& now);

/// The answer to a complement: its member `answer`, text of at most 2,000 characters.
[[nodiscard]] Outcome<QString> readComplementAnswer(const QJsonObject& body);

} // namespace proconnect::service
