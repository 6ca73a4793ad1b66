// SPDX-License-Identifier: MIT
#include "service/metrics/Reading.h"

namespace proconnect::service {

Reading::Reading(prometheus::MetricType type, std::string name, std::string help)
{
    m_family.type = type;
    m_family.name = std::move(name);
    m_family.help = std::move(help);
}

Reading& Reading::add(double value, const Labels& labels)
{
    prometheus::ClientMetric metric;
    for (const auto& [name, word] : labels) {
        metric.label.push_back({name, word});
    }
    if (m_family.type == prometheus::MetricType::Counter) {
        metric.counter.value = value;
    } else {
        metric.gauge.value = value;
    }
    m_family.metric.push_back(std::move(metric));
    return *this;
}

} // namespace proconnect::service
