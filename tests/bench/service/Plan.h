// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

namespace proconnect::bench {

/// One signed-in device.
struct Device
{
    QByteArray token;
    QString nonce; ///< the service's, for its proofs
    Jwk key;
};

/// One call to make. `tag` is sent as If-None-Match.
struct Call
{
    int device = 0;
    QByteArray method;
    QByteArray path;
    QByteArray tag;
    QByteArray body;
    QByteArray contentType;
};

/// What to send, as the program reads it on its standard input.
struct Plan
{
    QUrl address;
    std::chrono::seconds clockOffset{0};
    std::vector<Device> devices;
    std::vector<Call> calls; ///< each connection takes the next one
    int connections = 1;
    qint64 total = 0; ///< calls to make in all
    std::optional<std::chrono::milliseconds>
        period;         ///< between two calls of one connection; nothing: at once
    int expected = 200; ///< the status that counts as success

    /// Nothing when `json` is not a plan.
    [[nodiscard]] static std::optional<Plan> read(const QByteArray& json);
};

} // namespace proconnect::bench
