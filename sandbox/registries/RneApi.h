// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/registries/TokenBook.h"

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class Routes;
class World;

/// INPI's Registre national des entreprises: login and companies, as a privileged account sees them.
class RneApi
{
public:
    RneApi(const World& world, const SandboxClock& clock);

    void addTo(Routes& routes);

private:
    void login(const httplib::Request& request, httplib::Response& response);
    void company(const httplib::Request& request, httplib::Response& response) const;

    const World& m_world;
    TokenBook m_tokens;
};

} // namespace proconnect::sandbox
