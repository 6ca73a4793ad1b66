// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DeviceSession.h"
#include "core/protocol/ModelFields.h"

// The fields of sessions on computers, as ModelFields.h lists those of the rest.
namespace proconnect {

namespace limits {
inline constexpr qsizetype sessions = 1000;
} // namespace limits

template <typename V, Is<DeviceSession> T>
void describe(V& v, T& session)
{
    v.key("id", session.id, limits::id);
    v.text("device", session.device, limits::device);
    v.instant("signedInAt", session.signedInAt);
    v.instant("lastUsedAt", session.lastUsedAt);
    v.flag("current", session.current);
}

template <typename V, Is<DeviceSessions> T>
void describe(V& v, T& list)
{
    v.list("sessions", list.sessions, limits::sessions);
}

} // namespace proconnect
