// SPDX-License-Identifier: MIT
#pragma once

#include "service/portals/CircuitBreaker.h"

#include <QString>

#include <mutex>

namespace proconnect::service {

class Log;

/// How one way to a portal stands, for those who watch the service.
struct PortalLineStatus
{
    QString portal;
    /// "accounts" (they are read), "orders" (closures, certifications), "events" or "verification" (of a new
    /// address for events).
    QString use;
    CircuitBreaker::State state = CircuitBreaker::State::Closed;
    int failuresInARow = 0;

    friend bool operator==(const PortalLineStatus&, const PortalLineStatus&) = default;
};

/// One way to one portal, with a circuit breaker of its own: what fails on one says nothing of another. Tells
/// the log when a pause begins and when the portal is back. One thread uses it, any may ask for its status.
class PortalLine
{
public:
    PortalLine(QString portal, QString use, CircuitBreaker breaker, const Log& log)
        : m_portal(std::move(portal)), m_use(std::move(use)), m_log(log), m_breaker(std::move(breaker))
    {}

    [[nodiscard]] bool allows(const QDateTime& now) const;
    void succeeded();
    /// `why` is for the log: no personal data.
    void failed(const QDateTime& now, const QString& why);
    [[nodiscard]] PortalLineStatus status(const QDateTime& now) const;

private:
    QString m_portal;
    QString m_use;
    const Log& m_log;
    mutable std::mutex m_mutex;
    CircuitBreaker m_breaker;
};

} // namespace proconnect::service
