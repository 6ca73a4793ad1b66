// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/sync/DeviceDesk.h"

namespace proconnect {

/// Asks the service.
class DefaultDeviceDesk final : public DeviceDesk
{
public:
    explicit DefaultDeviceDesk(ApiClient& api) : m_api(api) {}

    void list(QObject* context, std::function<void(Outcome<DeviceSessions>)> done) override;
    void end(const QString& id, QObject* context, std::function<void(Outcome<DeviceSessions>)> done) override;

private:
    ApiClient& m_api;
};

} // namespace proconnect
