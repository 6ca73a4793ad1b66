// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryPace.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr int mostDoublings = 30;
constexpr int longestBreak = 15;

} // namespace

QDateTime DeliveryPace::nextAttempt(int attempts, const QDateTime& now) const
{
    const int doublings = std::clamp(attempts - 1, 0, mostDoublings);
    return now.addMSecs(std::min<qint64>(longestPause.count(), firstPause.count() << doublings));
}

bool DeliveryPace::exhausted(const QDateTime& createdAt, const QDateTime& now) const
{
    return createdAt.secsTo(now) >= patience.count();
}

CircuitBreaker DeliveryPace::breaker() const
{
    const auto pause = std::chrono::ceil<std::chrono::seconds>(firstPause);
    return {pause, pause * longestBreak};
}

} // namespace proconnect::service
