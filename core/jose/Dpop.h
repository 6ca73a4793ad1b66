// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace proconnect {

class KnownHeaders;

/// A verified proof. Whether its `id` was seen before is the caller's to know.
struct DpopProof
{
    Jwk key;
    QString thumbprint; ///< of `key`, RFC 7638
    QString id;         ///< "jti"
    QDateTime issuedAt;
    QString nonce; ///< the service's; empty when there is none
};

/// Demonstration of proof of possession (RFC 9449): a token is worth nothing without the device's key.
class Dpop
{
public:
    /// Seconds that the two clocks may be apart, plus the time a proof may travel.
    static constexpr int toleranceSeconds = 60;

    /// A proof for one call; `accessToken` and `nonce` are bound into it unless empty.
    [[nodiscard]] static Outcome<QByteArray> create(const Jwk& key, const QByteArray& method, const QUrl& url,
                                                    const QDateTime& now, const QByteArray& accessToken = {},
                                                    const QString& nonce = {});

    /// Checks type, algorithm, key, signature, method, address (query and fragment aside), instant, and the
    /// hash of `accessToken` unless it is empty; not the nonce. ClockWrong when only the instant is off, else
    /// Unauthorized. `known`: as for Jws::verifyEmbedded(), of proofs only.
    [[nodiscard]] static Outcome<DpopProof> verify(const QByteArray& proof, const QByteArray& method,
                                                   const QUrl& url, const QDateTime& now,
                                                   const QByteArray& accessToken = {},
                                                   KnownHeaders* known = nullptr);
};

} // namespace proconnect
