// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace proconnect {

/// Argument of SessionEnded when the person ended the session from another computer.
inline const QString endedElsewhere = QStringLiteral("elsewhere");

/// A computer on which the person is signed in.
struct DeviceSession
{
    QString id;
    QString device; ///< as the computer calls itself; empty when it did not say
    QDateTime signedInAt;
    QDateTime lastUsedAt; ///< to about five minutes
    bool current = false; ///< the one that asks

    friend bool operator==(const DeviceSession&, const DeviceSession&) = default;
};

/// All of a person, the one used last first.
struct DeviceSessions
{
    QList<DeviceSession> sessions;

    friend bool operator==(const DeviceSessions&, const DeviceSessions&) = default;
};

} // namespace proconnect
