// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Router.h"
#include "service/log/Log.h"
#include "service/sessions/SessionList.h"

namespace proconnect::service {

/// GET /v1/sessions: the computers on which the person is signed in; POST /v1/sessions/{session}/end: one of
/// them no more, which gives those that are left.
class DeviceRoutes
{
public:
    DeviceRoutes(SessionGuard& guard, SessionList sessions, const Log& log)
        : m_guard(guard), m_sessions(sessions), m_log(log)
    {}

    /// The routes refer to this object, which must outlive the router's use.
    void registerRoutes(Router& router);

private:
    [[nodiscard]] HttpResponse list(const HttpRequest& request);
    [[nodiscard]] HttpResponse end(const HttpRequest& request);

    SessionGuard& m_guard;
    SessionList m_sessions;
    const Log& m_log;
};

} // namespace proconnect::service
