// SPDX-License-Identifier: MIT
#include "service/mail/Bounce.h"

#include <QRegularExpression>

namespace proconnect::service {

Bounce bounceOfStatus(const QByteArray& status)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("([45])\\.(\\d{1,3})\\.(\\d{1,3})")));
    const auto match = pattern.match(QString::fromLatin1(status));
    if (!match.hasMatch()) {
        return Bounce::None;
    }
    const bool permanent = match.captured(1) == u"5";
    const int subject = match.captured(2).toInt();
    const int detail = match.captured(3).toInt();
    constexpr int unspecified = 0;
    constexpr int addressing = 1;
    constexpr int mailbox = 2;
    constexpr int routing = 4;
    constexpr int sendersMailbox = 7;
    constexpr int sendersSystem = 8;
    constexpr int mailboxDisabled = 1;
    if (subject == addressing && detail != sendersMailbox && detail != sendersSystem) {
        return permanent ? Bounce::Hard : Bounce::Soft;
    }
    if (subject == mailbox) {
        return permanent && detail == mailboxDisabled ? Bounce::Hard : Bounce::Soft;
    }
    return subject == routing || subject == unspecified ? Bounce::Soft : Bounce::None;
}

Bounce bounceOf(int code, const QByteArray& text)
{
    const QByteArray status = text.simplified().split(' ').constFirst();
    if (status.count('.') == 2) {
        return bounceOfStatus(status);
    }
    constexpr int unavailableNow = 450;
    constexpr int full = 452;
    constexpr int unavailable = 550;
    constexpr int notLocal = 551;
    constexpr int overQuota = 552;
    // Without a status 550 may as well be about our own server.
    const bool aboutRecipient = code == unavailableNow || code == full || code == unavailable ||
                                code == notLocal || code == overQuota;
    return aboutRecipient ? Bounce::Soft : Bounce::None;
}

} // namespace proconnect::service
