// SPDX-License-Identifier: MIT
#pragma once

#include "core/workstation/Workstation.h"

#include <QFlags>
#include <QVariantMap>

class QDBusObjectPath;

namespace proconnect {

/// The workstation as D-Bus tells of it: logind (Lock, Unlock, LockedHint, PrepareForSleep) and the screen
/// savers of the desktops (ActiveChanged). Any of them that says "locked" counts. Where there is no bus
/// (Windows, macOS), never locked.
class BusWorkstation final : public Workstation
{
    Q_OBJECT

public:
    using Workstation::Workstation;

    /// Begins to listen. A few exchanges with the bus take place before it returns: not before the window is
    /// on screen.
    void watch();
    [[nodiscard]] bool locked() const override { return m_signs != Signs(); }

private Q_SLOTS:
    void onLock();
    void onUnlock();
    void onPrepareForSleep(bool begins);
    void onPropertiesChanged(const QString& interface, const QVariantMap& changed, const QStringList& unread);
    void onSaverActive(bool active);

private:
    enum Sign {
        Ordered = 1, ///< logind asked the session to lock, and nothing unlocked it since
        Hint = 2,    ///< the desktop told logind that it is locked
        Saver = 4,
        Asleep = 8
    };
    Q_DECLARE_FLAGS(Signs, Sign)

    void watchSavers();
    void watchLogind();
    void watchSession(const QDBusObjectPath& session);
    void set(Sign sign, bool on);

    Signs m_signs;
};

} // namespace proconnect
