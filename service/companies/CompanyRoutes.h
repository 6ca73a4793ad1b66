// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <functional>

namespace proconnect::service {

class CallQuota;
class CompanyChecker;
class Router;
class SessionGuard;

/// One person must not spend what the registers grant to all (docs/registries.md).
inline constexpr int checksAnHour = 30;

/// Adds POST /v1/company-checks and POST /v1/companies. `attached` is told of each company after it was
/// stored; it may block, and its trouble changes nothing. Both count to `quota`, `checksAnHour` for each
/// person: both consult the registers.
void addCompanyRoutes(Router& router, SessionGuard& guard, CompanyChecker& checker, CallQuota& quota,
                      std::function<void(const QString& siren)> attached);

} // namespace proconnect::service
