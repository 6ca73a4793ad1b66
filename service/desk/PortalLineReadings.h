// SPDX-License-Identifier: MIT
#pragma once

#include "service/portals/PortalLine.h"

#include <QList>

#include <prometheus/metric_family.h>
#include <vector>

namespace proconnect::service {

/// How each way to each portal stands: left in peace or not, and how often it failed in a row.
[[nodiscard]] std::vector<prometheus::MetricFamily> portalLineReadings(const QList<PortalLineStatus>& lines);

} // namespace proconnect::service
