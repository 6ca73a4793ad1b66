// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>
#include <mutex>
#include <prometheus/metric_family.h>
#include <prometheus/registry.h>
#include <vector>

namespace proconnect::service {

/// What an operator's Prometheus reads of this instance. Labels are words of the program or of its
/// configuration, never of a request, a person or a company: there are as many series however many call.
/// From any thread.
class Metrics
{
public:
    /// Told at each reading, by the thread that reads; must not throw.
    using Source = std::function<std::vector<prometheus::MetricFamily>()>;

    /// Where parts register what they count as it happens.
    [[nodiscard]] prometheus::Registry& registry() { return m_registry; }
    /// Asks `source` too, from now on and until clearSources().
    void ask(Source source);
    /// Waits for a reading under way: what sources refer to may go then.
    void clearSources();
    /// Everything in Prometheus's text format 0.0.4.
    [[nodiscard]] QByteArray text() const;

private:
    prometheus::Registry m_registry;
    mutable std::mutex m_mutex;
    std::vector<Source> m_sources;
};

} // namespace proconnect::service
