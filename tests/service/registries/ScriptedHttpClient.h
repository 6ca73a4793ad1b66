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

    Outcome<HttpReply> send(const OutgoingRequest& request) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_requests.append(request);
        }
        return m_script(request);
    }

    /// How many requests had `part` in their path.
    [[nodiscard]] qsizetype count(const QString& part)
    {
        const std::scoped_lock lock(m_mutex);
        return std::count_if(m_requests.begin(), m_requests.end(), [&part](const OutgoingRequest& request) {
            return request.url.path().contains(part);
        });
    }
    [[nodiscard]] OutgoingRequest last()
    {
        const std::scoped_lock lock(m_mutex);
        return m_requests.constLast();
    }

private:
    Script m_script;
    std::mutex m_mutex;
    QList<OutgoingRequest> m_requests;
};

} // namespace proconnect::service
