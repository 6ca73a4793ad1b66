// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkAccessManager;

namespace proconnect {

template <typename T>
class Answer;

/// The answer tells what changed since the tag of `ifNoneMatch` (RFC 3229, section 10.4.1).
inline constexpr int imUsed = 226;

/// One call to the service.
struct HttpCall
{
    QByteArray method = "GET";
    QString path; ///< below the service's address, starts with '/'
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType;
    QByteArray accept = "application/json"; ///< besides problems
    QByteArray ifNoneMatch;
    QByteArray acceptedDelta;    ///< may answer what changed instead (RFC 3229, A-IM), with status imUsed
    std::optional<Jwk> proofKey; ///< adds a DPoP proof
    QByteArray accessToken;      ///< needs proofKey
    std::chrono::milliseconds deadline{15'000}; ///< for the whole exchange
    qsizetype largestReply = 1024LL * 1024;
};

/// An answer of success (2xx), or 304 to a call with `ifNoneMatch`; imUsed only to one with
/// `acceptedDelta` too.
struct HttpAnswer
{
    int status = 0;
    QByteArray contentType;
    QByteArray etag;
    QByteArray body;
    QDateTime date; ///< the service's clock; invalid when it does not say
};

/// Plain exchanges with the service: a deadline and a size for each, no redirect, no cookie, no cache, TLS
/// errors final, every error told as a Failure. A proof that lacks the service's nonce is made again with it,
/// once, and is ServiceUnavailable then. Nothing is created before the first call.
class HttpChannel : public QObject
{
    Q_OBJECT

public:
    /// `service` as parseServiceAddress() gives it.
    HttpChannel(QUrl service, const Clock& clock, QObject* parent = nullptr);
    ~HttpChannel() override;

    [[nodiscard]] const QUrl& service() const { return m_service; }

    /// `done` comes exactly once and never before this returns, unless `context` dies first.
    void send(const HttpCall& call, QObject* context, std::function<void(Outcome<HttpAnswer>)> done);

Q_SIGNALS:
    /// An exchange ended; `failure` is what its caller is told, nothing when it succeeded.
    void exchanged(std::optional<proconnect::FailureCode> failure);

private:
    void attempt(const HttpCall& call, const Answer<Outcome<HttpAnswer>>& answer, bool lastAttempt);

    QUrl m_service;
    const Clock& m_clock;
    QNetworkAccessManager* m_manager = nullptr;
    QString m_nonce; ///< that the service wants in proofs
};

} // namespace proconnect
