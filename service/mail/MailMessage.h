// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/MailAddress.h"
#include "service/mail/Mailer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace proconnect::service {

/// `mail` as an Internet message (RFC 5322): the plain text and the same as simple HTML, without link, image
/// or style (multipart/alternative); UTF-8 in base64, lines of at most 76 characters ended by CRLF. `id`
/// makes the Message-ID, the same for every attempt, so that a mailbox can drop a second copy.
[[nodiscard]] QByteArray internetMessage(const Mail& mail, const QString& from, const QString& id,
                                         const QDateTime& now);

} // namespace proconnect::service
