// SPDX-License-Identifier: MIT
#pragma once

#include "service/mail/Bounce.h"
#include "service/mail/Mailer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// What became of one attempt.
struct SmtpResult
{
    /// Refused: the server will not take this message for this recipient; trying again is useless.
    enum class Kind { Accepted, Refused, TryLater };

    Kind kind = Kind::TryLater;
    QString reply; ///< the server's codes and libcurl's reason; no address in it
    Bounce bounce = Bounce::None;
};

/// Where and how messages are handed over.
struct MailServer
{
    QByteArray url;            ///< "smtp://host:port" or "smtps://user:password@host:port"
    QString from;              ///< the bare sender's address
    QByteArray authorities;    ///< file of the authorities that may vouch for it; empty: those of the system
    bool clearAllowed = false; ///< it may be without TLS: it is on this machine
};

/// Hands messages to a mail server by SMTP, over TLS (STARTTLS with smtp://), always verified.
class SmtpSender
{
public:
    explicit SmtpSender(MailServer server) : m_server(std::move(server)) {}

    /// Blocking, at most 30 seconds. `id` is the same for every attempt at one message. Whatever goes wrong
    /// before the recipient is named is nobody's bounce: the operator can mend it, and the message is tried
    /// again.
    [[nodiscard]] SmtpResult send(const Mail& mail, const QString& id, const QDateTime& now) const;

private:
    MailServer m_server;
};

} // namespace proconnect::service
