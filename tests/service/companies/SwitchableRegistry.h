// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/EstablishmentDesk.h"

#include <functional>
#include <utility>

namespace proconnect::service {

/// A register whose next answer the test decides.
class SwitchableRegistry final : public Registry, public EstablishmentSource
{
public:
    Outcome<RegistryAnswer> lookup(const SirenNumber&) override
    {
        ++lookups;
        if (const auto meanwhile = std::exchange(atNext, nullptr)) {
            meanwhile();
        }
        return answer;
    }
    Outcome<QList<Establishment>> establishments(const SirenNumber&) override
    {
        return Failure{FailureCode::RegistryUnavailable, {}, {}};
    }

    Outcome<RegistryAnswer> answer = Failure{FailureCode::RegistryUnavailable, {}, {}};
    int lookups = 0;
    std::function<void()> atNext; ///< what happens while the next question is asked
};

} // namespace proconnect::service
