// SPDX-License-Identifier: MIT
#pragma once

#include "core/workstation/Workstation.h"

namespace proconnect::tests {

/// Locked when the test says so.
class FakeWorkstation final : public Workstation
{
    Q_OBJECT

public:
    using Workstation::Workstation;

    [[nodiscard]] bool locked() const override { return m_locked; }
    void setLocked(bool locked)
    {
        m_locked = locked;
        Q_EMIT lockedChanged();
    }

private:
    bool m_locked = false;
};

} // namespace proconnect::tests
