// SPDX-License-Identifier: MIT
#include "service/registries/RegistryPlan.h"

#include <algorithm>
#include <array>

namespace proconnect::service {
namespace {

using certification::Coverage;

constexpr std::array plans{
    RegistryPlan{Coverage::Sirene, RegistrySource::Sirene, std::nullopt, false},
    RegistryPlan{Coverage::RneThenRcs, RegistrySource::Rne, RegistrySource::Rcs, true},
    RegistryPlan{Coverage::RneOnly, RegistrySource::Rne, std::nullopt, true},
    RegistryPlan{Coverage::NotCovered, std::nullopt, std::nullopt, false},
};

// planFor() indexes by position.
static_assert([] {
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].coverage != static_cast<Coverage>(i)) {
            return false;
        }
    }
    return plans.size() == static_cast<std::size_t>(Coverage::NotCovered) + 1;
}());

} // namespace

std::span<const RegistryPlan> registryPlans()
{
    return plans;
}

const RegistryPlan& planFor(Coverage coverage)
{
    return plans[static_cast<std::size_t>(coverage)];
}

} // namespace proconnect::service
