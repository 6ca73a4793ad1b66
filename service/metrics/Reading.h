// SPDX-License-Identifier: MIT
#pragma once

#include <prometheus/metric_family.h>
#include <string>
#include <utility>
#include <vector>

namespace proconnect::service {

/// One family of a source of Metrics: values of the moment at which it is asked.
class Reading
{
public:
    using Labels = std::vector<std::pair<std::string, std::string>>;

    /// `type`: Gauge, or Counter for what only grows.
    Reading(prometheus::MetricType type, std::string name, std::string help);

    Reading& add(double value, const Labels& labels = {});
    [[nodiscard]] prometheus::MetricFamily family() const { return m_family; }

private:
    prometheus::MetricFamily m_family;
};

[[nodiscard]] inline Reading gauge(std::string name, std::string help)
{
    return {prometheus::MetricType::Gauge, std::move(name), std::move(help)};
}

[[nodiscard]] inline Reading counter(std::string name, std::string help)
{
    return {prometheus::MetricType::Counter, std::move(name), std::move(help)};
}

} // namespace proconnect::service
