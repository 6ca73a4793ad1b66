// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

#include <chrono>
#include <optional>
#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>

namespace proconnect::service {

class Metrics;

/// Counts answers by route, method and status, and how long they took by route and method.
class RequestMetrics
{
public:
    /// `metrics` must outlive this.
    explicit RequestMetrics(Metrics& metrics);

    /// `pattern`: of the route that answered (Way::pattern); nothing: none did, and neither path nor
    /// method is told.
    void note(const HttpRequest& request, const std::optional<QString>& pattern, int status,
              std::chrono::nanoseconds took);

private:
    prometheus::Family<prometheus::Counter>& m_answers;
    prometheus::Family<prometheus::Histogram>& m_durations;
};

} // namespace proconnect::service
