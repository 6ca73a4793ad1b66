// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/crypto/SigningKey.h"
#include "sandbox/http/WebServer.h"

#include <QByteArray>

#include <atomic>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace proconnect::sandbox::test {

/// The part of ProConnect that portals call, as they see it: token, deposits, verifications, keys.
class StandInService
{
public:
    StandInService();

    [[nodiscard]] std::string url() const;

    /// Begins to answer; until then the address is taken and nobody talks.
    void start();

    /// The deposits taken, in order, each with its key under "idempotencyKey".
    [[nodiscard]] std::vector<nlohmann::json> deposits() const;

    /// The answer that was handed on for a request; empty: none.
    [[nodiscard]] std::string complementOf(const std::string& reference) const;

    /// How often a deposit came, repetitions included.
    [[nodiscard]] int depositCalls() const { return m_depositCalls; }

    /// The next deposits get this status.
    void answerDepositsWith(int status) { m_depositStatus = status; }

    /// A signed event for a portal. Members of `changes` replace or, when null, remove claims.
    [[nodiscard]] QByteArray event(const std::string& audience, const nlohmann::json& content,
                                   const nlohmann::json& changes = nlohmann::json::object(),
                                   const std::string& type = "secevent+jwt") const;

private:
    WebServer m_server;
    SigningKey m_key;
    mutable std::mutex m_mutex;
    std::vector<nlohmann::json> m_deposits;
    std::map<std::string, std::string> m_complements;
    std::atomic<int> m_depositCalls = 0;
    std::atomic<int> m_depositStatus = 202;
};

} // namespace proconnect::sandbox::test
