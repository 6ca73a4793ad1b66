// SPDX-License-Identifier: MIT
#pragma once

#include <prometheus/metric_family.h>
#include <vector>

namespace proconnect::service {

/// Processor time, memory and files of this process, under the names that Prometheus's own clients use.
[[nodiscard]] std::vector<prometheus::MetricFamily> processReadings();

} // namespace proconnect::service
