// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>

namespace proconnect {

/// The failure that an error answer of the service tells: its problem+json (RFC 9457) when `body` is one with
/// a known "code", else what the HTTP status alone means. Never trusts lengths or markup.
[[nodiscard]] Failure failureFromProblem(int status, const QByteArray& contentType, const QByteArray& body);

} // namespace proconnect
