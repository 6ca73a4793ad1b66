// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// How often each target was called, by "METHOD pattern". Holds no content. Thread-safe.
class CallLog
{
public:
    void record(const std::string& target, const std::string& call)
    {
        const std::lock_guard lock(m_mutex);
        ++m_calls[target][call];
    }

    [[nodiscard]] nlohmann::json toJson() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::map<std::string, int>> m_calls;
};

} // namespace proconnect::sandbox
