// SPDX-License-Identifier: MIT
#include "service/registries/CachedToken.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qint64 pauseAfterRefusal = 30;
constexpr qint64 pauseAfterLogin = 10;
constexpr std::chrono::seconds margin{30};

} // namespace

Outcome<QByteArray> CachedToken::get(const Login& login)
{
    // Held during the login on purpose: the others wait for its token instead of logging in too.
    const std::scoped_lock lock(m_mutex);
    const QDateTime now = m_clock.now();
    if (!m_value.isEmpty() && now < m_expiresAt) {
        return m_value;
    }
    if (m_nextLogin.isValid() && now < m_nextLogin) {
        return Failure{FailureCode::RegistryUnavailable, QStringLiteral("waiting before another login"), {}};
    }
    auto token = login();
    if (!token) {
        m_nextLogin = now.addSecs(pauseAfterRefusal);
        return token.failure();
    }
    const auto lifetime = std::max(token.value().lifetime - margin, std::chrono::seconds(1));
    m_nextLogin = now.addSecs(pauseAfterLogin);
    m_value = token.value().value;
    m_expiresAt = now.addSecs(lifetime.count());
    return m_value;
}

void CachedToken::forget(const QByteArray& value)
{
    const std::scoped_lock lock(m_mutex);
    if (m_value == value) {
        m_value.clear();
    }
}

} // namespace proconnect::service
