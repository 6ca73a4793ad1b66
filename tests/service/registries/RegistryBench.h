// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/config/ServiceConfig.h"
#include "tests/service/registries/ScriptedHttpClient.h"

namespace proconnect::service {

using namespace Qt::StringLiterals;

class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now{QDate(2026, 11, 23), QTime(7, 30), Qt::UTC};
};

inline RegistryConfig config()
{
    RegistryConfig result;
    result.baseUrl = QUrl(u"http://127.0.0.1:1/base/"_s);
    result.tokenUrl = QUrl(u"http://127.0.0.1:1/token"_s);
    result.token = u"static"_s;
    result.recipient = u"13002526500013"_s;
    return result;
}

inline HttpReply reply(int status, const QByteArray& body = {})
{
    return {status, {}, body};
}

inline HttpReply tokenReply()
{
    return reply(200, R"({"access_token":"t","token":"t","expires_in":300})");
}

inline bool isLogin(const OutgoingRequest& request)
{
    return request.method == "POST";
}

} // namespace proconnect::service
