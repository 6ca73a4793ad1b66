// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

namespace proconnect::ui {

/// Messages on the desktop, by the notification service of the session (Desktop Notifications
/// Specification 1.2). Where there is none, nothing is shown: an e-mail says the same.
class DesktopNotifier final : public QObject
{
    Q_OBJECT

public:
    struct Message
    {
        QString topic; ///< a later message of the same topic takes the place of the one on screen
        QString title;
        QString body; ///< plain text
        QString link; ///< what a click opens
    };

    using QObject::QObject;

    /// Sends the message and waits for nothing.
    void show(const Message& message);

Q_SIGNALS:
    /// The person clicked a message that is on screen.
    void clicked(const QString& link);

private Q_SLOTS:
    void invoke(uint id, const QString& action);
    void forget(uint id, uint reason);

private:
    void listen();
    void notify(const Message& message, bool markup);

    struct Shown
    {
        QString topic;
        QString link;
    };
    bool m_listening = false;
    QHash<uint, Shown> m_shown; ///< by the identifier that the service gave
};

} // namespace proconnect::ui
