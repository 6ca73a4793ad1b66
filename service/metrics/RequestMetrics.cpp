// SPDX-License-Identifier: MIT
#include "service/metrics/RequestMetrics.h"

#include "service/metrics/DurationBuckets.h"
#include "service/metrics/Metrics.h"

namespace proconnect::service {

RequestMetrics::RequestMetrics(Metrics& metrics)
    : m_answers(prometheus::BuildCounter()
                    .Name("proconnect_http_requests_total")
                    .Help("Answers by route, method and status; no route: nothing answers there.")
                    .Register(metrics.registry())),
      m_durations(prometheus::BuildHistogram()
                      .Name("proconnect_http_request_duration_seconds")
                      .Help("From the whole request to its answer, without the way to the client.")
                      .Register(metrics.registry()))
{}

void RequestMetrics::note(const HttpRequest& request, const std::optional<QString>& pattern, int status,
                          std::chrono::nanoseconds took)
{
    const prometheus::Labels route{{"method", pattern ? request.method.toStdString() : "other"},
                                   {"route", pattern ? pattern->toStdString() : "none"}};
    prometheus::Labels answer = route;
    answer.emplace("status", std::to_string(status));
    m_answers.Add(answer).Increment();
    m_durations.Add(route, durationBuckets()).Observe(std::chrono::duration<double>(took).count());
}

} // namespace proconnect::service
