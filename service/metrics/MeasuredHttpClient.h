// SPDX-License-Identifier: MIT
#pragma once

#include "service/outgoing/HttpClient.h"

#include <QString>

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <vector>

namespace proconnect::service {

class Metrics;

/// Whom the service calls, and the address under which all calls to it lie.
struct CallTarget
{
    QString name;
    QUrl base;
};

/// Passes calls on, and counts them by target and outcome ("2xx" by the status, or the failure's identifier)
/// and how long they took by target. A call to no known target is told as "other".
class MeasuredHttpClient final : public HttpClient
{
public:
    /// `client` and `metrics` must outlive this. Of several bases that fit, the longest decides.
    MeasuredHttpClient(HttpClient& client, std::vector<CallTarget> targets, Metrics& metrics);

    [[nodiscard]] Outcome<HttpReply> send(const OutgoingRequest& request) override;

private:
    [[nodiscard]] std::string targetOf(const QUrl& url) const;

    HttpClient& m_client;
    std::vector<CallTarget> m_targets; ///< the longest base first
    prometheus::Family<prometheus::Counter>& m_calls;
    prometheus::Family<prometheus::Histogram>& m_durations;
};

} // namespace proconnect::service
