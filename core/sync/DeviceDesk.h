// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DeviceSession.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <functional>

namespace proconnect {

/// The computers on which the person is signed in. Each callback comes exactly once, unless `context` dies
/// first.
class DeviceDesk
{
public:
    virtual ~DeviceDesk() = default;

    virtual void list(QObject* context, std::function<void(Outcome<DeviceSessions>)> done) = 0;
    /// Signs the person out there; gives those that are left.
    virtual void end(const QString& id, QObject* context,
                     std::function<void(Outcome<DeviceSessions>)> done) = 0;
};

} // namespace proconnect
