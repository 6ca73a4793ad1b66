// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// ProConnect's public keys, fetched from its JWKS and kept for ten minutes. An unknown key is looked for
/// once more, at most once a second. Thread-safe.
class ServiceKeySet
{
public:
    explicit ServiceKeySet(std::string serviceUrl);

    /// The ES256 signature key of that id; null when there is none or ProConnect does not answer.
    [[nodiscard]] nlohmann::json find(const std::string& keyId);
    /// The key that FranceConnect+ encrypts for; null when there is none or ProConnect does not answer.
    [[nodiscard]] nlohmann::json forEncryption();

private:
    using Fits = std::function<bool(const nlohmann::json& key)>;

    [[nodiscard]] nlohmann::json found(const Fits& fits);
    [[nodiscard]] nlohmann::json known(const Fits& fits) const;
    void fetch();

    std::string m_serviceUrl;
    std::mutex m_mutex;
    nlohmann::json m_keys = nlohmann::json::array();
    std::chrono::steady_clock::time_point m_fetchedAt;
    bool m_fetched = false;
};

} // namespace proconnect::sandbox
