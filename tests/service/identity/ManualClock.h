// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"

namespace proconnect::tests {

/// Stands still until the test moves it.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now = QDateTime::fromString(QStringLiteral("2026-11-23T07:30:00Z"), Qt::ISODate);
};

} // namespace proconnect::tests
