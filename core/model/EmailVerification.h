// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace proconnect {

/// A code on its way to a new contact address.
struct EmailVerification
{
    QString id;
    QString address;
    QDateTime expiresAt; ///< 30 minutes after the code left
    int triesLeft = 5;

    friend bool operator==(const EmailVerification&, const EmailVerification&) = default;
};

} // namespace proconnect
