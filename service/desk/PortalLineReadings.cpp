// SPDX-License-Identifier: MIT
#include "service/desk/PortalLineReadings.h"

#include "service/metrics/Reading.h"

namespace proconnect::service {

std::vector<prometheus::MetricFamily> portalLineReadings(const QList<PortalLineStatus>& lines)
{
    Reading paused =
        gauge("proconnect_portal_paused", "1 while a portal that keeps failing is left in peace, else 0.");
    Reading failures = gauge("proconnect_portal_failures", "Failures in a row; 0 once a call went through.");
    for (const PortalLineStatus& line : lines) {
        const Reading::Labels labels{{"portal", line.portal.toStdString()}, {"use", line.use.toStdString()}};
        paused.add(line.state == CircuitBreaker::State::Open ? 1 : 0, labels);
        failures.add(line.failuresInARow, labels);
    }
    return {paused.family(), failures.family()};
}

} // namespace proconnect::service
