// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/CompanySnapshot.h"
#include "core/model/UserProfile.h"

namespace proconnect::tests {

/// Monday 23 November 2026, 08:30 in Paris: the clock of the demonstration data.
[[nodiscard]] QDateTime demonstrationNow();

/// Menuiserie Fabre et Filles as the service would show it to Claire Fabre, read from the demonstration data.
[[nodiscard]] CompanySnapshot demonstrationSnapshot();

/// Claire Fabre, signed in ten minutes ago.
[[nodiscard]] UserProfile demonstrationProfile();

/// The same company with `accounts` accounts of `people` people, for measures.
[[nodiscard]] CompanySnapshot largeSnapshot(int accounts, int people);

class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now = demonstrationNow()) : m_now(std::move(now)) {}

    [[nodiscard]] QDateTime now() const override { return m_now; }
    void set(const QDateTime& now) { m_now = now; }

private:
    QDateTime m_now;
};

} // namespace proconnect::tests
