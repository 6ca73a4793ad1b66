// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

namespace proconnect {

/// Whether somebody may be in front of the workstation who is not the user: its session is locked, or it
/// sleeps.
class Workstation : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool locked() const = 0;

Q_SIGNALS:
    void lockedChanged();
};

} // namespace proconnect
