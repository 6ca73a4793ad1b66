// SPDX-License-Identifier: MIT
#include "tests/sandbox/Http.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QUrl>

#include <memory>

namespace proconnect::sandbox::test {

namespace {
constexpr int LongestWait = 30'000;
}

QByteArray Answer::header(const QByteArray& name) const
{
    for (const auto& [known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QUrl Answer::location() const
{
    return address.resolved(QUrl(QString::fromUtf8(header("Location"))));
}

Answer Http::get(const QUrl& url, const Headers& headers)
{
    return send("GET", url, {}, headers);
}

Answer Http::send(const QByteArray& method, const QUrl& url, const QByteArray& body, const Headers& headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto& [name, value] : headers) {
        request.setRawHeader(name, value);
    }
    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished()) {
        finished.wait(LongestWait);
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->error(), reply->rawHeaderPairs(), url};
}

Answer Http::postForm(const QUrl& url, const Form& fields, const Headers& headers)
{
    QByteArray body;
    for (const auto& [name, value] : fields) {
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' +
                QUrl::toPercentEncoding(value);
    }
    Headers all{{"Content-Type", "application/x-www-form-urlencoded"}};
    all += headers;
    return send("POST", url, body, all);
}

Answer Http::postJson(const QUrl& url, const QJsonObject& body, const Headers& headers)
{
    Headers all{{"Content-Type", "application/json"}};
    all += headers;
    return send("POST", url, QJsonDocument(body).toJson(), all);
}

} // namespace proconnect::sandbox::test
