// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace proconnect::ui {

/// Whether the desktop prefers dark windows. Qt 6.4 does not say; the desktop portal does, over D-Bus.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks now, without waiting, and listens from then on. A desktop without portal is light.
    void read();

Q_SIGNALS:
    void darkChanged(bool dark);

private Q_SLOTS:
    void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);
};

} // namespace proconnect::ui
