// SPDX-License-Identifier: MIT
#include "service/registries/SingleFlightRegistry.h"

namespace proconnect::service {

Outcome<RegistryAnswer> SingleFlightRegistry::lookup(const SirenNumber& siren)
{
    std::promise<Outcome<RegistryAnswer>> promise;
    {
        std::unique_lock lock(m_mutex);
        if (m_running.contains(siren.digits())) {
            const auto shared = m_running.value(siren.digits());
            lock.unlock();
            return shared.get();
        }
        m_running.insert(siren.digits(), promise.get_future().share());
    }
    auto answer = m_registry.lookup(siren);
    {
        const std::scoped_lock lock(m_mutex);
        m_running.remove(siren.digits());
    }
    promise.set_value(answer);
    return answer;
}

} // namespace proconnect::service
