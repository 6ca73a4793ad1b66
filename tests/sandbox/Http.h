// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QString>

#include <utility>

namespace proconnect::sandbox::test {

/// What a server answered; status 0 when the connection failed.
struct Answer
{
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    [[nodiscard]] QJsonObject json() const;
    /// The address of a redirect, complete.
    [[nodiscard]] QUrl location() const;

    QUrl address;
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;
using Form = QList<std::pair<QString, QString>>;

/// A client with a cookie jar that follows no redirect by itself.
class Http
{
public:
    [[nodiscard]] Answer get(const QUrl& url, const Headers& headers = {});
    [[nodiscard]] Answer send(const QByteArray& method, const QUrl& url, const QByteArray& body,
                              const Headers& headers);
    [[nodiscard]] Answer postForm(const QUrl& url, const Form& fields, const Headers& headers = {});
    [[nodiscard]] Answer postJson(const QUrl& url, const QJsonObject& body, const Headers& headers = {});

private:
    QNetworkAccessManager m_manager;
};

} // namespace proconnect::sandbox::test
