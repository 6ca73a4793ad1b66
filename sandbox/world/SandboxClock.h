// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <string>

namespace proconnect::sandbox {

/// The world's clock: the computer's, moved by a constant, so that it ticks from the date of the
/// demonstration.
class SandboxClock
{
public:
    explicit SandboxClock(qint64 offsetSeconds = 0) : m_offsetSeconds(offsetSeconds) {}

    [[nodiscard]] QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(m_offsetSeconds); }

    /// Seconds since 1970, for tokens.
    [[nodiscard]] qint64 seconds() const { return now().toSecsSinceEpoch(); }

    /// ISO 8601 in UTC, milliseconds kept.
    [[nodiscard]] std::string instant() const { return now().toString(Qt::ISODateWithMs).toStdString(); }

private:
    qint64 m_offsetSeconds;
};

} // namespace proconnect::sandbox
