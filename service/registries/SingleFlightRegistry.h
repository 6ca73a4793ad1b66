// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"

#include <QHash>

#include <future>
#include <mutex>

namespace proconnect::service {

/// Asks a register once for a SIREN at a time: whoever asks meanwhile gets the same answer.
class SingleFlightRegistry final : public Registry
{
public:
    explicit SingleFlightRegistry(Registry& registry) : m_registry(registry) {}

    [[nodiscard]] Outcome<RegistryAnswer> lookup(const SirenNumber& siren) override;

private:
    Registry& m_registry;
    std::mutex m_mutex;
    QHash<QString, std::shared_future<Outcome<RegistryAnswer>>> m_running;
};

} // namespace proconnect::service
