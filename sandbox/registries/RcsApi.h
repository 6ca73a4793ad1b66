// SPDX-License-Identifier: MIT
#pragma once

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class Routes;
class World;

/// The trade register behind API Entreprise (Infogreffe): officers of a company.
class RcsApi
{
public:
    explicit RcsApi(const World& world);

    void addTo(Routes& routes);

private:
    void officers(const httplib::Request& request, httplib::Response& response) const;

    const World& m_world;
};

} // namespace proconnect::sandbox
