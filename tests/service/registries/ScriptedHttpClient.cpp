// SPDX-License-Identifier: MIT
#include "tests/service/registries/ScriptedHttpClient.h"

namespace proconnect::service {

Outcome<HttpReply> ScriptedHttpClient::send(const OutgoingRequest& request)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_requests.append(request);
    }
    return m_script(request);
}

qsizetype ScriptedHttpClient::count(const QString& part)
{
    const std::scoped_lock lock(m_mutex);
    return std::count_if(m_requests.begin(), m_requests.end(), [&part](const OutgoingRequest& request) {
        return request.url.path().contains(part);
    });
}

OutgoingRequest ScriptedHttpClient::last()
{
    const std::scoped_lock lock(m_mutex);
    return m_requests.constLast();
}

} // namespace proconnect::service
