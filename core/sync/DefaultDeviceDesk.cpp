// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDeviceDesk.h"

namespace proconnect {

void DefaultDeviceDesk::list(QObject* context, std::function<void(Outcome<DeviceSessions>)> done)
{
    HttpCall call;
    call.path = QStringLiteral("/v1/sessions");
    m_api.ask<DeviceSessions>(call, context, std::move(done));
}

void DefaultDeviceDesk::end(const QString& id, QObject* context,
                            std::function<void(Outcome<DeviceSessions>)> done)
{
    m_api.ask<DeviceSessions>(jsonCall("POST", QStringLiteral("/v1/sessions/%1/end").arg(id), {}), context,
                              std::move(done));
}

} // namespace proconnect
