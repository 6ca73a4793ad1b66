// SPDX-License-Identifier: MIT
#pragma once

#include "service/log/Log.h"

#include <prometheus/counter.h>
#include <prometheus/family.h>

namespace proconnect::service {

class Metrics;

/// Counts what the service logs, also what the log's level leaves out, by event and failure: sign-ins by
/// outcome, refused tokens, failed jobs. Of the fields of a line, only the failure's identifier is looked at.
class EventMetrics
{
public:
    /// `metrics` must outlive this.
    explicit EventMetrics(Metrics& metrics);

    void note(Log::Level level, const char* event, const QJsonObject& fields);

private:
    prometheus::Family<prometheus::Counter>& m_events;
};

} // namespace proconnect::service
