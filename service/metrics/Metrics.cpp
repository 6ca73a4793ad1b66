// SPDX-License-Identifier: MIT
#include "service/metrics/Metrics.h"

#include <iterator>
#include <prometheus/text_serializer.h>
#include <utility>

namespace proconnect::service {

void Metrics::ask(Source source)
{
    const std::lock_guard lock(m_mutex);
    m_sources.push_back(std::move(source));
}

void Metrics::clearSources()
{
    const std::lock_guard lock(m_mutex);
    m_sources.clear();
}

QByteArray Metrics::text() const
{
    std::vector<prometheus::MetricFamily> families = m_registry.Collect();
    {
        const std::lock_guard lock(m_mutex);
        for (const Source& source : m_sources) {
            auto told = source();
            std::move(told.begin(), told.end(), std::back_inserter(families));
        }
    }
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(families));
}

} // namespace proconnect::service
