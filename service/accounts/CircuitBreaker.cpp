// SPDX-License-Identifier: MIT
#include "service/accounts/CircuitBreaker.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int toleratedFailures = 2;
constexpr int mostDoublings = 20;

} // namespace

void CircuitBreaker::succeeded()
{
    m_failures = 0;
    m_closedUntil = {};
}

void CircuitBreaker::failed(const QDateTime& now)
{
    ++m_failures;
    if (m_failures > toleratedFailures) {
        const int doublings = std::min(m_failures - toleratedFailures - 1, mostDoublings);
        const auto pause = std::min(m_longestPause, m_firstPause * (1L << doublings));
        m_closedUntil = now.addSecs(pause.count());
    }
}

} // namespace proconnect::service
