// SPDX-License-Identifier: MIT
#include "core/workstation/BusWorkstation.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace proconnect {
namespace {

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");
const QString sessionInterface = QStringLiteral("org.freedesktop.login1.Session");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString lockedHint = QStringLiteral("LockedHint");

} // namespace

void BusWorkstation::watch()
{
    if (QDBusConnection::sessionBus().isConnected()) {
        watchSavers();
    }
    if (QDBusConnection::systemBus().isConnected()) {
        watchLogind();
    }
}

void BusWorkstation::watchSavers()
{
    // KDE, Xfce and others at one of the first two; GNOME at the last. Each answers to its own name only.
    const QString freedesktop = QStringLiteral("org.freedesktop.ScreenSaver");
    const QString gnome = QStringLiteral("org.gnome.ScreenSaver");
    for (const auto& [name, path] : {std::pair{freedesktop, QStringLiteral("/ScreenSaver")},
                                     std::pair{freedesktop, QStringLiteral("/org/freedesktop/ScreenSaver")},
                                     std::pair{gnome, QStringLiteral("/org/gnome/ScreenSaver")}}) {
        QDBusConnection::sessionBus().connect(name, path, name, QStringLiteral("ActiveChanged"), this,
                                              SLOT(onSaverActive(bool)));
    }
}

void BusWorkstation::watchLogind()
{
    QDBusConnection system = QDBusConnection::systemBus();
    system.connect(logind, managerPath, manager, QStringLiteral("PrepareForSleep"), this,
                   SLOT(onPrepareForSleep(bool)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(logind, managerPath, manager, QStringLiteral("GetSession"));
    call << QStringLiteral("auto"); // of this process, else the user's session on the display
    auto* watcher = new QDBusPendingCallWatcher(system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid()) {
            watchSession(reply.value());
        } else {
            qInfo("logind does not tell of this session: %s", qUtf8Printable(reply.error().name()));
        }
    });
}

void BusWorkstation::watchSession(const QDBusObjectPath& session)
{
    QDBusConnection system = QDBusConnection::systemBus();
    const QString path = session.path();
    system.connect(logind, path, sessionInterface, QStringLiteral("Lock"), this, SLOT(onLock()));
    system.connect(logind, path, sessionInterface, QStringLiteral("Unlock"), this, SLOT(onUnlock()));
    system.connect(logind, path, properties, QStringLiteral("PropertiesChanged"), this,
                   SLOT(onPropertiesChanged(QString, QVariantMap, QStringList)));
    QDBusMessage call = QDBusMessage::createMethodCall(logind, path, properties, QStringLiteral("Get"));
    call << sessionInterface << lockedHint;
    auto* watcher = new QDBusPendingCallWatcher(system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            set(Hint, reply.value().variant().toBool());
        }
    });
}

void BusWorkstation::onLock()
{
    set(Ordered, true);
}

void BusWorkstation::onUnlock()
{
    set(Ordered, false);
}

void BusWorkstation::onPrepareForSleep(bool begins)
{
    set(Asleep, begins);
}

void BusWorkstation::onPropertiesChanged(const QString& interface, const QVariantMap& changed,
                                         const QStringList&)
{
    if (interface == sessionInterface && changed.contains(lockedHint)) {
        set(Hint, changed.value(lockedHint).toBool());
    }
}

void BusWorkstation::onSaverActive(bool active)
{
    set(Saver, active);
}

void BusWorkstation::set(Sign sign, bool on)
{
    const bool before = locked();
    const bool opened = m_signs.testFlag(sign) && !on && (sign == Hint || sign == Saver);
    m_signs.setFlag(sign, on);
    if (opened) {
        // Whoever unlocks the desktop need not tell logind that its order is over.
        m_signs.setFlag(Ordered, false);
    }
    if (locked() != before) {
        Q_EMIT lockedChanged();
    }
}

} // namespace proconnect
