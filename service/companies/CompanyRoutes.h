// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

namespace proconnect::service {

class CheckQuota;
class CompanyChecker;
class Router;
class SessionGuard;

/// Adds POST /v1/company-checks and POST /v1/companies. `attached` is told of each company after it was
/// stored; it may block, and its trouble changes nothing. Both count to `quota`: both consult the registers.
void addCompanyRoutes(Router& router, SessionGuard& guard, CompanyChecker& checker, CheckQuota& quota,
                      std::function<void(const QString& siren)> attached);

} // namespace proconnect::service
