// SPDX-License-Identifier: MIT
#pragma once

#include "service/outgoing/HttpClient.h"

#include <functional>
#include <mutex>

namespace proconnect::service {

/// Answers by a function and keeps the requests, for the conversations that a real register would refuse to
/// hold.
class ScriptedHttpClient final : public HttpClient
{
public:
    using Script = std::function<Outcome<HttpReply>(const OutgoingRequest&)>;

    explicit ScriptedHttpClient(Script script) : m_script(std::move(script)) {}

    Outcome<HttpReply> send(const OutgoingRequest& request) override;

    /// How many requests had `part` in their path.
    [[nodiscard]] qsizetype count(const QString& part);
    [[nodiscard]] OutgoingRequest last();

private:
    Script m_script;
    std::mutex m_mutex;
    QList<OutgoingRequest> m_requests;
};

} // namespace proconnect::service
