// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QString>

namespace proconnect {

/// What was set for everybody on this computer, in proconnect/proconnect.ini of the system's configuration
/// directory (/etc/xdg, or XDG_CONFIG_DIRS). Never from the home of the user.
class MachineSettings
{
public:
    MachineSettings();

    /// The helpline as it is to be read and dialled, `phone` in `[support]`; empty when none is set, or when
    /// it is no telephone number, which the log then says.
    [[nodiscard]] QString supportNumber() const;
    /// The most minutes without activity before the application locks, `idle_minutes` in `[lock]`: 5, 15 or
    /// 30; 0 when nothing is set. Another value is taken for the strictest, and the log says so.
    [[nodiscard]] int lockMinutes() const;

private:
    QSettings m_file;
};

} // namespace proconnect
