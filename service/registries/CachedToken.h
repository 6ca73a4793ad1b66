// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <functional>
#include <mutex>

namespace proconnect::service {

/// One access token, asked for once and shared until shortly before it expires. Registers ban accounts that
/// log in too often: no login comes within ten seconds of another, nor within half a minute of a refused one.
/// From any thread.
class CachedToken
{
public:
    struct Token
    {
        QByteArray value;
        std::chrono::seconds lifetime{0};
    };
    using Login = std::function<Outcome<Token>()>;

    explicit CachedToken(const Clock& clock) : m_clock(clock) {}

    /// The token, by `login` when there is none. Failures: those of `login`, RegistryUnavailable while
    /// waiting.
    [[nodiscard]] Outcome<QByteArray> get(const Login& login);
    /// The register no longer takes `value`.
    void forget(const QByteArray& value);

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    QByteArray m_value;
    QDateTime m_expiresAt;
    QDateTime m_nextLogin;
};

} // namespace proconnect::service
