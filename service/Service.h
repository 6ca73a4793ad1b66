// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Server.h"
#include "service/jobs/ThreadJobRunner.h"
#include "service/metrics/MetricsServer.h"
#include "service/metrics/RequestMetrics.h"
#include "service/platform/Platform.h"

#include <memory>
#include <optional>

namespace proconnect::service {

/// The whole of proconnectd: builds its parts from the configuration, in the order in which they need each
/// other, and owns them.
class Service
{
public:
    /// `clock`, `log` and `metrics` must outlive the service.
    Service(ServiceConfig config, const Clock& clock, const Log& log, Metrics& metrics);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Opens keys and database, listens and answers. Gives the address listened on.
    [[nodiscard]] Outcome<QUrl> start();
    /// Where Prometheus asks; empty when nowhere. After start().
    [[nodiscard]] QUrl metricsAddress() const { return m_metricsAddress; }
    /// Lets running requests and jobs end. May be called twice.
    void stop();

private:
    struct Parts;

    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    /// What is read of the parts at each reading.
    void offerReadings();

    ServiceConfig m_config;
    const Clock& m_clock;
    const Log& m_log;
    Metrics& m_metrics;
    RequestMetrics m_requestMetrics;
    Router m_router;
    ThreadJobRunner m_jobs;
    ThreadJobRunner m_presenceJobs; ///< outlasts whatever takes something out of a queue
    Server m_server;
    std::optional<MetricsServer> m_metricsServer;
    QUrl m_metricsAddress;
    std::unique_ptr<Parts> m_parts;
};

} // namespace proconnect::service
