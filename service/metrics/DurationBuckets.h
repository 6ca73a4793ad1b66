// SPDX-License-Identifier: MIT
#pragma once

#include <prometheus/histogram.h>

namespace proconnect::service {

/// Upper bounds in seconds, from one indexed read to the longest deadline.
[[nodiscard]] inline const prometheus::Histogram::BucketBoundaries& durationBuckets()
{
    static const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                                0.25,  0.5,    1,     2.5,  5,     10,   30};
    return bounds;
}

} // namespace proconnect::service
