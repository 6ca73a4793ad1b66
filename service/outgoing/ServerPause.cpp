// SPDX-License-Identifier: MIT
#include "service/outgoing/ServerPause.h"

#include <QLocale>

#include <algorithm>
#include <optional>

namespace proconnect::service {
namespace {

constexpr qint64 usualPause = 60;
constexpr qint64 longestPause = 86'400;

/// Seconds, from either form of Retry-After (RFC 9110, 10.2.3).
std::optional<qint64> retryAfter(const HttpReply& reply, const QDateTime& now)
{
    const QString text = QString::fromLatin1(reply.header("Retry-After")).trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return seconds < 0 ? std::nullopt : std::optional{seconds}; // no number of seconds is negative
    }
    // Qt's own format for it, RFC2822Date, does not know GMT, which HTTP always writes.
    QDateTime date = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional{now.secsTo(date)} : std::nullopt;
}

} // namespace

bool ServerPause::active() const
{
    const std::scoped_lock lock(m_mutex);
    return m_until.isValid() && m_clock.now() < m_until;
}

void ServerPause::note(const HttpReply& reply)
{
    if (reply.status != 429 && reply.status != 503) {
        return;
    }
    const QDateTime now = m_clock.now();
    const auto asked = retryAfter(reply, now);
    if (!asked && reply.status == 503) {
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const QDateTime until = now.addSecs(std::clamp<qint64>(asked.value_or(usualPause), 1, longestPause));
    // A call that left before the longer demand came may bring a shorter one after it.
    if (!m_until.isValid() || m_until < until) {
        m_until = until;
    }
}

} // namespace proconnect::service
