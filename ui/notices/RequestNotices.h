// SPDX-License-Identifier: MIT
#pragma once

#include "ui/notices/DesktopNotifier.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

namespace proconnect {
class Clock;
class Workspace;
} // namespace proconnect

namespace proconnect::ui {

/// Tells a director who looks elsewhere: somebody asks for access (DESIGN.md, N01), a request ends within
/// four hours (N02). On the desktop, also over a locked screen: hence without any name of a person. What was
/// there when the company was opened is no news, nor is what comes while the window is looked at.
class RequestNotices final : public QObject
{
    Q_OBJECT

public:
    RequestNotices(const Workspace& workspace, const Clock& clock, QObject* parent = nullptr);

    /// Whether the person has the application before them.
    void setWatched(bool watched) { m_watched = watched; }
    /// Looks at the data and the clock; called by itself at each change, and each minute.
    void look();

Q_SIGNALS:
    /// The person clicked a message; a proconnect: address of the request, or of all.
    void clicked(const QString& link);

private:
    void sayArrivals();
    void sayEnds();

    const Workspace& m_workspace;
    const Clock& m_clock;
    DesktopNotifier m_notifier;
    QTimer m_minute;
    bool m_watched = false;
    QString m_siren;
    QSet<QString> m_known;  ///< open requests seen so far
    QSet<QString> m_warned; ///< of these, those whose end was said
};

} // namespace proconnect::ui
