// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/Identity.h"

#include <string>
#include <vector>

namespace proconnect::sandbox {

class World;

/// The directors of the demonstration and FranceConnect's published test identities.
class Identities
{
public:
    explicit Identities(const World& world);

    [[nodiscard]] const std::vector<Identity>& all() const { return m_all; }

    /// nullptr for an unknown id.
    [[nodiscard]] const Identity* find(const std::string& id) const;

private:
    std::vector<Identity> m_all;
};

} // namespace proconnect::sandbox
