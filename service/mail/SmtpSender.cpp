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

struct Upload
{
    QByteArray message;
    qsizetype sent = 0;
};

size_t readUpload(char* buffer, size_t size, size_t count, void* user)
{
    auto* upload = static_cast<Upload*>(user);
    const qsizetype room = static_cast<qsizetype>(size * count);
    const qsizetype length = std::min(room, upload->message.size() - upload->sent);
    std::memcpy(buffer, upload->message.constData() + upload->sent, static_cast<size_t>(length));
    upload->sent += length;
    return static_cast<size_t>(length);
}

/// A 5xx of the dialogue about this recipient; one about our own credentials may be mended by the operator.
bool isFinal(CURLcode code, long reply)
{
    return code != CURLE_LOGIN_DENIED && reply >= 500 && reply < 600;
}

} // namespace

SmtpResult SmtpSender::send(const Mail& mail, const QString& id, const QDateTime& now) const
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, mail.to.toLatin1().constData()), &curl_slist_free_all);
    if (!handle || !recipients) {
        return {SmtpResult::Kind::TryLater, QStringLiteral("out of memory")};
    }
    Upload upload{internetMessage(mail, m_from, id, now)};
    CURL* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, m_url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, m_from.toLatin1().constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &readUpload);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, totalSeconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);

    const CURLcode code = curl_easy_perform(curl);
    long reply = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
    if (code == CURLE_OK) {
        return {SmtpResult::Kind::Accepted, QString::number(reply)};
    }
    return {
        isFinal(code, reply) ? SmtpResult::Kind::Refused : SmtpResult::Kind::TryLater,
        QStringLiteral("%1 (%2)").arg(QString::number(reply), QString::fromLatin1(curl_easy_strerror(code)))};
}

} // namespace proconnect::service
