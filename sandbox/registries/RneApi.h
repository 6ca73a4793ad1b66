// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/registries/TokenBook.h"

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class FaultPlan;
class Routes;
class World;

/// INPI's Registre national des entreprises: login and companies, as a privileged account sees them. Quirks
/// of "rne": publicAccount (month-only birth dates, no birth place), hiddenNames (only said to be present).
class RneApi
{
public:
    RneApi(const World& world, const SandboxClock& clock, const FaultPlan& faults);

    void addTo(Routes& routes);

private:
    void login(const httplib::Request& request, httplib::Response& response);
    void company(const httplib::Request& request, httplib::Response& response) const;

    const World& m_world;
    TokenBook m_tokens;
    const FaultPlan& m_faults;
};

} // namespace proconnect::sandbox
