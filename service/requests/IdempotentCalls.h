// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

/// Remembers for seven days what each Idempotency-Key of a portal was used for.
class IdempotentCalls
{
public:
    /// The reference that the same call got within seven days before `now`; nothing for a new key;
    /// IdempotencyKeyReused when the key came with another body.
    [[nodiscard]] static Outcome<std::optional<QString>> earlier(QSqlDatabase& connection,
                                                                 const QString& portal, const QByteArray& key,
                                                                 const QByteArray& body,
                                                                 const QDateTime& now);
    /// Remembers a call and forgets those past their time.
    [[nodiscard]] static Outcome<Done> remember(QSqlDatabase& connection, const QString& portal,
                                                const QByteArray& key, const QByteArray& body,
                                                const QString& reference, const QDateTime& now);
};

/// A key of 1 to 255 visible ASCII characters.
[[nodiscard]] bool isIdempotencyKey(const QByteArray& key);

} // namespace proconnect::service
