// SPDX-License-Identifier: MIT
#include "service/portals/CircuitBreaker.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int toleratedFailures = 2;
constexpr int mostDoublings = 20;

} // namespace

CircuitBreaker::State CircuitBreaker::state(const QDateTime& now) const
{
    if (!m_pausedUntil.isValid()) {
        return State::Closed;
    }
    return now < m_pausedUntil ? State::Open : State::HalfOpen;
}

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_pausedUntil = {};
}

void CircuitBreaker::failed(const QDateTime& now)
{
    ++m_failures;
    if (m_failures > toleratedFailures) {
        const int doublings = std::min(m_failures - toleratedFailures - 1, mostDoublings);
        const auto pause = std::min(m_longestPause, m_firstPause * (1L << doublings));
        m_pausedUntil = now.addSecs(pause.count());
    }
}

} // namespace proconnect::service
