// SPDX-License-Identifier: MIT
#include "ui/theme/SystemColorScheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace proconnect::ui {
namespace {

constexpr QLatin1String service("org.freedesktop.portal.Desktop");
constexpr QLatin1String path("/org/freedesktop/portal/desktop");
constexpr QLatin1String interface("org.freedesktop.portal.Settings");
constexpr QLatin1String appearance("org.freedesktop.appearance");
constexpr QLatin1String scheme("color-scheme");
constexpr uint prefersDark = 1;

} // namespace

void SystemColorScheme::read()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << QString(appearance) << QString(scheme);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            take(reply.value().variant());
        }
        watcher->deleteLater();
    });
}

void SystemColorScheme::onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearance && key == scheme) {
        take(value.variant());
    }
}

void SystemColorScheme::take(const QVariant& value)
{
    // Read() wraps the value in a second variant.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    Q_EMIT darkChanged(inner.toUInt() == prefersDark);
}

} // namespace proconnect::ui
