// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace proconnect::service {

/// The service's own secrets, outside the database, in a file that only the service may read.
class ServiceKeys
{
public:
    virtual ~ServiceKeys() = default;

    /// AES-256-GCM with a fresh nonce; `context` names the use and must be the same to open it.
    [[nodiscard]] virtual QByteArray seal(const QByteArray& plain, const QByteArray& context) const = 0;
    [[nodiscard]] virtual Outcome<QByteArray> open(const QByteArray& sealed,
                                                   const QByteArray& context) const = 0;
    /// HMAC-SHA-256 under a key of its own for each `context`; hexadecimal.
    [[nodiscard]] virtual QByteArray fingerprint(const QByteArray& value,
                                                 const QByteArray& context) const = 0;
    /// Compact JWS (ES256) of `claims`; `type` is the header's typ, such as "secevent+jwt".
    [[nodiscard]] virtual QByteArray sign(const QJsonObject& claims, const QByteArray& type) const = 0;
    /// Public half of what signs now, as a JWK Set for /.well-known/jwks.json. What signed before is not in
    /// it: an event is signed anew at each attempt.
    [[nodiscard]] virtual QJsonObject publicKeys() const = 0;
    /// Public halves of what signs now and of what signed before, the newest first: seals of evidence stay
    /// for good.
    [[nodiscard]] virtual QList<Jwk> evidenceKeys() const = 0;
    /// The first of evidenceKeys(): those that may have sealed the head of a chain. Once all heads were
    /// sealed anew, what signs now alone.
    [[nodiscard]] virtual QList<Jwk> headKeys() const = 0;
};

} // namespace proconnect::service
