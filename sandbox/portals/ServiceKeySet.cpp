// SPDX-License-Identifier: MIT
#include "sandbox/portals/ServiceKeySet.h"

#include "sandbox/http/Members.h"

#include <algorithm>
#include <httplib.h>

namespace proconnect::sandbox {

namespace {
constexpr std::chrono::minutes Freshness(10);
constexpr std::chrono::seconds ShortestInterval(1);
constexpr time_t Timeout = 3;
} // namespace

ServiceKeySet::ServiceKeySet(std::string serviceUrl) : m_serviceUrl(std::move(serviceUrl)) {}

nlohmann::json ServiceKeySet::find(const std::string& keyId)
{
    return found([&keyId](const nlohmann::json& key) {
        return textMember(key, "kid") == keyId && textMember(key, "kty") == "EC" &&
               textMember(key, "use") != "enc";
    });
}

nlohmann::json ServiceKeySet::forEncryption()
{
    return found([](const nlohmann::json& key) { return textMember(key, "use") == "enc"; });
}

nlohmann::json ServiceKeySet::found(const Fits& fits)
{
    const std::lock_guard lock(m_mutex);
    const auto age = std::chrono::steady_clock::now() - m_fetchedAt;
    nlohmann::json key = m_fetched && age < Freshness ? known(fits) : nlohmann::json();
    if (key.is_null() && (!m_fetched || age > ShortestInterval)) {
        fetch();
        key = known(fits);
    }
    return key;
}

nlohmann::json ServiceKeySet::known(const Fits& fits) const
{
    const auto key = std::find_if(m_keys.begin(), m_keys.end(), fits);
    return key == m_keys.end() ? nlohmann::json() : *key;
}

void ServiceKeySet::fetch()
{
    httplib::Client client(m_serviceUrl);
    client.set_connection_timeout(Timeout);
    client.set_read_timeout(Timeout);
    const httplib::Result result = client.Get("/.well-known/jwks.json");
    if (result && result->status == 200) {
        m_keys = arrayMember(nlohmann::json::parse(result->body, nullptr, false), "keys");
        m_fetchedAt = std::chrono::steady_clock::now();
        m_fetched = true;
    }
}

} // namespace proconnect::sandbox
