// SPDX-License-Identifier: MIT
#include "service/metrics/MeasuredHttpClient.h"

#include "service/metrics/DurationBuckets.h"
#include "service/metrics/Metrics.h"

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

bool sameOrigin(const QUrl& one, const QUrl& other)
{
    return one.scheme() == other.scheme() && one.authority() == other.authority();
}

std::string outcomeOf(const Outcome<HttpReply>& reply)
{
    if (!reply) {
        return failureInfo(reply.failure().code).id;
    }
    constexpr int hundred = 100;
    return std::to_string(reply.value().status / hundred) + "xx";
}

} // namespace

MeasuredHttpClient::MeasuredHttpClient(HttpClient& client, std::vector<CallTarget> targets, Metrics& metrics)
    : m_client(client), m_targets(std::move(targets)),
      m_calls(prometheus::BuildCounter()
                  .Name("proconnect_calls_total")
                  .Help("Calls to registers, FranceConnect and portals by what came of them.")
                  .Register(metrics.registry())),
      m_durations(prometheus::BuildHistogram()
                      .Name("proconnect_call_duration_seconds")
                      .Help("Calls to other servers, from the first byte sent to the last one read.")
                      .Register(metrics.registry()))
{
    const auto unusable = [](const CallTarget& target) { return target.base.isEmpty(); };
    m_targets.erase(std::remove_if(m_targets.begin(), m_targets.end(), unusable), m_targets.end());
    std::stable_sort(m_targets.begin(), m_targets.end(), [](const CallTarget& one, const CallTarget& other) {
        return one.base.path().size() > other.base.path().size();
    });
}

Outcome<HttpReply> MeasuredHttpClient::send(const OutgoingRequest& request)
{
    const std::string target = targetOf(request.url);
    const auto started = std::chrono::steady_clock::now();
    auto reply = m_client.send(request);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;
    m_calls.Add({{"target", target}, {"outcome", outcomeOf(reply)}}).Increment();
    m_durations.Add({{"target", target}}, durationBuckets()).Observe(took.count());
    return reply;
}

std::string MeasuredHttpClient::targetOf(const QUrl& url) const
{
    for (const CallTarget& target : m_targets) {
        const QString path = target.base.path();
        if (sameOrigin(url, target.base) && (url.path() == path || url.path().startsWith(path + u'/'))) {
            return target.name.toStdString();
        }
    }
    // FranceConnect's document names its addresses itself: they need only be of the same host.
    for (const CallTarget& target : m_targets) {
        if (sameOrigin(url, target.base)) {
            return target.name.toStdString();
        }
    }
    return "other";
}

} // namespace proconnect::service
