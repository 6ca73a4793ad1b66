// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::service {

class ReviewCourier;
class Router;
class SessionGuard;

/// Adds POST /v1/review-cases/{reference}/transmission. All three must outlive the router's use.
void addReviewRoutes(Router& router, SessionGuard& guard, ReviewCourier& courier);

} // namespace proconnect::service
