// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <utility>

namespace proconnect::service {

struct OutgoingRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::chrono::milliseconds deadline{10'000}; ///< for the whole exchange
    qsizetype largestReply = 1024LL * 1024;     ///< bytes after decompression
};

struct HttpReply
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /// First header of that name, whatever its case.
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
};

/// Calls other servers: blocking, pooled connections, no redirects followed, TLS always verified.
/// Failures: TimedOut, ServiceUnavailable (no connection), BadReply (too large), CertificateInvalid.
/// An HTTP error status is a reply, not a failure.
class HttpClient
{
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual Outcome<HttpReply> send(const OutgoingRequest& request) = 0;
};

} // namespace proconnect::service
