// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::sandbox {

class Routes;
class World;

/// The first page of the world listener, and what all its pages share: style and the script that keeps a page
/// current.
class HomePage
{
public:
    explicit HomePage(const World& world) : m_world(world) {}

    void addTo(Routes& routes);

private:
    const World& m_world;
};

} // namespace proconnect::sandbox
