// SPDX-License-Identifier: MIT
#include "service/portals/PortalLine.h"

#include "service/log/Log.h"

namespace proconnect::service {

bool PortalLine::allows(const QDateTime& now) const
{
    const std::scoped_lock lock(m_mutex);
    return m_breaker.allows(now);
}

void PortalLine::succeeded()
{
    const std::scoped_lock lock(m_mutex);
    if (m_breaker.pausedUntil().isValid()) {
        m_log.info("portal.back", {{QStringLiteral("portal"), m_portal},
                                   {QStringLiteral("use"), m_use},
                                   {QStringLiteral("failures"), m_breaker.failuresInARow()}});
    }
    m_breaker.succeeded();
}

void PortalLine::failed(const QDateTime& now, const QString& why)
{
    const std::scoped_lock lock(m_mutex);
    m_breaker.failed(now);
    if (const QDateTime until = m_breaker.pausedUntil(); until.isValid()) {
        m_log.warning("portal.paused", {{QStringLiteral("portal"), m_portal},
                                        {QStringLiteral("use"), m_use},
                                        {QStringLiteral("failures"), m_breaker.failuresInARow()},
                                        {QStringLiteral("until"), until.toString(Qt::ISODate)},
                                        {QStringLiteral("why"), why}});
    }
}

PortalLineStatus PortalLine::status(const QDateTime& now) const
{
    const std::scoped_lock lock(m_mutex);
    return {m_portal, m_use, m_breaker.state(now), m_breaker.failuresInARow()};
}

} // namespace proconnect::service
