// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/http/Router.h"
#include "service/http/Server.h"

namespace proconnect::service {

class Metrics;

/// GET /metrics, at an address of its own that only the operator reaches, for it asks for no credentials.
class MetricsServer
{
public:
    /// `metrics` and `clock` must outlive this.
    MetricsServer(const HttpConfig& address, const Clock& clock, const Metrics& metrics);

    /// Gives the address listened on.
    [[nodiscard]] Outcome<QUrl> start();
    void stop() { m_server.stop(); }

private:
    HttpConfig m_address;
    Router m_router;
    Server m_server;
};

} // namespace proconnect::service
