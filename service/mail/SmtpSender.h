// SPDX-License-Identifier: MIT
#pragma once

#include "service/mail/Mailer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// What became of one attempt.
struct SmtpResult
{
    /// Refused: the server said 5xx to this recipient or message; trying again is useless.
    enum class Kind { Accepted, Refused, TryLater };

    Kind kind = Kind::TryLater;
    QString reply; ///< the server's code or libcurl's reason; no address in it
};

/// Hands messages to a mail server by SMTP. TLS is used whenever the server offers it, and always verified.
class SmtpSender
{
public:
    /// `url`: "smtp://host:port" or "smtps://user:password@host:port"; `from`: the bare sender's address.
    SmtpSender(QByteArray url, QString from) : m_url(std::move(url)), m_from(std::move(from)) {}

    /// Blocking, at most 30 seconds. `id` is the same for every attempt at one message.
    [[nodiscard]] SmtpResult send(const Mail& mail, const QString& id, const QDateTime& now) const;

private:
    QByteArray m_url;
    QString m_from;
};

} // namespace proconnect::service
