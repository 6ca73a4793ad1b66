// SPDX-License-Identifier: MIT
#include "service/metrics/EventMetrics.h"

#include "service/metrics/Metrics.h"

namespace proconnect::service {

EventMetrics::EventMetrics(Metrics& metrics)
    : m_events(prometheus::BuildCounter()
                   .Name("proconnect_events_total")
                   .Help("Events of the log, with the failure that they tell of, if any.")
                   .Register(metrics.registry()))
{}

void EventMetrics::note(Log::Level level, const char* event, const QJsonObject& fields)
{
    m_events
        .Add({{"event", event},
              {"level", Log::nameOf(level)},
              {"failure", fields.value(QLatin1String("failure")).toString().toStdString()}})
        .Increment();
}

} // namespace proconnect::service
