// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Server.h"
#include "service/jobs/ThreadJobRunner.h"
#include "service/platform/Platform.h"

#include <memory>

namespace proconnect::service {

/// The whole of proconnectd: builds its parts from the configuration, in the order in which they need each
/// other, and owns them.
class Service
{
public:
    /// `clock` and `log` must outlive the service.
    Service(ServiceConfig config, const Clock& clock, const Log& log);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Opens keys and database, listens and answers. Gives the address listened on.
    [[nodiscard]] Outcome<QUrl> start();
    /// Lets running requests and jobs end. May be called twice.
    void stop();

private:
    struct Parts;

    [[nodiscard]] HttpResponse answer(const HttpRequest& request) const;

    ServiceConfig m_config;
    const Clock& m_clock;
    const Log& m_log;
    Router m_router;
    ThreadJobRunner m_jobs;
    ThreadJobRunner m_presenceJobs; ///< outlasts whatever takes something out of a queue
    Server m_server;
    std::unique_ptr<Parts> m_parts;
};

} // namespace proconnect::service
