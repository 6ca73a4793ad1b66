// SPDX-License-Identifier: MIT
#include "ui/notices/DesktopNotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStringList>
#include <QVariantMap>

namespace proconnect::ui {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString byClick = QStringLiteral("default");
constexpr int untilTheServiceThinks = -1;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

void DesktopNotifier::listen()
{
    m_listening = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this, SLOT(invoke(uint, QString)));
    bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this, SLOT(forget(uint, uint)));
}

void DesktopNotifier::show(const Message& message)
{
    if (!m_listening) {
        listen(); // asks the bus, which no start of the application waits for
    }
    // A service that knows no markup would show "&amp;" for the "&" of a company's name.
    auto* watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, message] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid()) {
            notify(message, reply.value().contains(QStringLiteral("body-markup")));
        }
    });
}

void DesktopNotifier::notify(const Message& message, bool markup)
{
    uint replaced = 0;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it->topic == message.topic) {
            replaced = it.key();
        }
    }
    QDBusMessage order = call(QStringLiteral("Notify"));
    order << QStringLiteral("ProConnect") << replaced << QStringLiteral("proconnect") << message.title
          << (markup ? message.body.toHtmlEscaped() : message.body)
          << QStringList{byClick, qtTrId("ntf.open")}
          << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("fr.gouv.proconnect")}}
          << untilTheServiceThinks;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(order), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, message] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid()) {
            m_shown.insert(reply.value(), {message.topic, message.link});
        }
    });
}

void DesktopNotifier::invoke(uint id, const QString& action)
{
    const auto shown = m_shown.constFind(id);
    if (shown != m_shown.constEnd() && action == byClick) {
        Q_EMIT clicked(shown->link);
    }
}

void DesktopNotifier::forget(uint id, uint /*reason*/)
{
    m_shown.remove(id);
}

} // namespace proconnect::ui
