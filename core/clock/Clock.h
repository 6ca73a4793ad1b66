// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

namespace proconnect {

/// The one source of the present instant. Injected, so that the demonstration and the tests choose theirs.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The present instant in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The computer's clock moved by a constant. The demonstration's clock ticks, but starts at its own date.
class SystemClock final : public Clock
{
public:
    explicit SystemClock(qint64 offsetSeconds = 0) : m_offsetSeconds(offsetSeconds) {}

    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::currentDateTimeUtc().addSecs(m_offsetSeconds);
    }

private:
    qint64 m_offsetSeconds;
};

} // namespace proconnect
