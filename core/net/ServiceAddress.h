// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QString>
#include <QUrl>

namespace proconnect {

/// True for 127.0.0.0/8, ::1 and "localhost".
[[nodiscard]] bool isLoopback(const QUrl& url);

/// Same scheme, host and port, and nobody's credentials in either.
[[nodiscard]] bool sameOrigin(const QUrl& one, const QUrl& other);

/// The service's base address from what was typed or configured: https, or http on loopback in demonstration
/// mode only; no user, query or fragment; without a slash at the end. InvalidRequest otherwise.
[[nodiscard]] Outcome<QUrl> parseServiceAddress(const QString& text, bool demonstration);

} // namespace proconnect
