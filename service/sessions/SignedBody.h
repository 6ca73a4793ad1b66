// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/sessions/SessionGuard.h"

#include <QJsonObject>
#include <QString>

namespace proconnect::service {

/// The claims of a body that the device of the session signed: a compact JWS (ES256) of type `type` whose
/// "iss" is that device. Failures: Unauthorized (signature, type, or another device's "iss"), InvalidRequest
/// (no JSON object).
[[nodiscard]] Outcome<QJsonObject> readSignedBody(const QByteArray& body, const SignedInPerson& person,
                                                  const QString& type);

/// True for what is written as a UUID without braces.
[[nodiscard]] bool isUuid(const QString& text);

} // namespace proconnect::service
