// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/LegalForms.h"
#include "core/model/Company.h"

#include <optional>
#include <span>

namespace proconnect::service {

/// Which registers say who leads the companies of some legal forms (docs/registries.md, Choice).
struct RegistryPlan
{
    certification::Coverage coverage;
    std::optional<RegistrySource> officers; ///< nothing: the legal form is not covered
    /// Asked while `officers` is unavailable. It can only say yes: a no or a doubt of the second choice,
    /// while the first is silent, is "unavailable".
    std::optional<RegistrySource> fallback;
    bool withoutSirene; ///< whether the officers' register may be believed while SIRENE is unavailable
};

/// The whole table, one row for each coverage.
[[nodiscard]] std::span<const RegistryPlan> registryPlans();
[[nodiscard]] const RegistryPlan& planFor(certification::Coverage coverage);

} // namespace proconnect::service
