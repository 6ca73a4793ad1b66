// SPDX-License-Identifier: MIT
#include "service/mail/SmtpSender.h"

#include "service/mail/MailMessage.h"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace proconnect::service {
namespace {

constexpr long connectSeconds = 10;
constexpr long totalSeconds = 30;
constexpr qsizetype codeLength = 3;

/// What goes to the server, and how far the dialogue with it came.
struct Dialogue
{
    QByteArray message;
    qsizetype sent = 0;
    bool recipientNamed = false;
    QByteArray refusal; ///< the server's latest line that refuses something; it says goodbye after it
};

size_t readUpload(char* buffer, size_t size, size_t count, void* user)
{
    auto* dialogue = static_cast<Dialogue*>(user);
    const qsizetype room = static_cast<qsizetype>(size * count);
    const qsizetype length = std::min(room, dialogue->message.size() - dialogue->sent);
    std::memcpy(buffer, dialogue->message.constData() + dialogue->sent, static_cast<size_t>(length));
    dialogue->sent += length;
    return static_cast<size_t>(length);
}

/// libcurl tells the reply's code only, and not to which command it was. Nothing else is kept: credentials
/// and the message pass here too.
int follow(CURL*, curl_infotype type, char* data, size_t size, void* user)
{
    auto* dialogue = static_cast<Dialogue*>(user);
    const QByteArray line(data, static_cast<qsizetype>(size));
    if (type == CURLINFO_HEADER_OUT) {
        dialogue->recipientNamed = dialogue->recipientNamed || line.startsWith("RCPT ");
    } else if (type == CURLINFO_HEADER_IN && (line.startsWith('4') || line.startsWith('5'))) {
        dialogue->refusal = line.trimmed();
    }
    return 0;
}

SmtpResult failed(const Dialogue& dialogue, CURLcode code, long reply)
{
    const QByteArray text = dialogue.refusal.mid(codeLength + 1);
    const QByteArray status = text.split(' ').constFirst();
    SmtpResult result;
    result.reply =
        QStringLiteral("%1 %2 (%3)")
            .arg(QString::number(reply),
                 status.count('.') == 2 ? QString::fromLatin1(status.left(11)) : QStringLiteral("-"),
                 QString::fromLatin1(curl_easy_strerror(code)));
    const bool answered = dialogue.recipientNamed && reply >= 400 && reply < 600;
    if (answered) {
        result.bounce = bounceOf(static_cast<int>(reply), text);
        result.kind = reply >= 500 ? SmtpResult::Kind::Refused : SmtpResult::Kind::TryLater;
    }
    return result;
}

} // namespace

SmtpResult SmtpSender::send(const Mail& mail, const QString& id, const QDateTime& now) const
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, mail.to.toLatin1().constData()), &curl_slist_free_all);
    if (!handle || !recipients) {
        return {SmtpResult::Kind::TryLater, QStringLiteral("out of memory"), Bounce::None};
    }
    Dialogue dialogue;
    dialogue.message = internetMessage(mail, m_server.from, id, now);
    CURL* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_server.url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    // Whoever can cut STARTTLS out of the dialogue must not get the password and the messages in clear.
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(m_server.clearAllowed ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    if (!m_server.authorities.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_server.authorities.constData());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, m_server.from.toLatin1().constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(curl, CURLOPT_READDATA, &dialogue);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &follow);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &dialogue);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, totalSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);

    const CURLcode code = curl_easy_perform(curl);
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    if (code == CURLE_OK) {
        return {SmtpResult::Kind::Accepted, QString::number(reply), Bounce::None};
    }
    return failed(dialogue, code, reply);
}

} // namespace proconnect::service
