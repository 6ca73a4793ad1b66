// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <utility>

namespace proconnect::service {

/// A request as the server core hands it over: already within its size and time limits.
struct HttpRequest
{
    QByteArray method; ///< upper case
    QString path;      ///< percent-decoded, starts with '/'
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case; a repeated header was refused
    QByteArray body;
    QString peer;                       ///< address of the other end
    QHash<QString, QString> parameters; ///< values of the route's {names}

    [[nodiscard]] QByteArray header(const QByteArray& lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
    /// The body as one JSON object: strict UTF-8, no duplicate member, bounded depth; else InvalidRequest.
    [[nodiscard]] Outcome<QJsonObject> json() const;
    /// The body as application/x-www-form-urlencoded; a repeated field fails.
    [[nodiscard]] Outcome<QHash<QString, QString>> form() const;
};

/// An answer.
struct HttpResponse
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    [[nodiscard]] static HttpResponse json(int status, const QJsonObject& content);
    /// problem+json (RFC 9457) from the failure catalogue: type, title, status, code, detail in French
    /// (the router gives it in the caller's language), and `argument` when there is one.
    [[nodiscard]] static HttpResponse problem(const Failure& failure);
    [[nodiscard]] static HttpResponse redirect(const QByteArray& location);
    [[nodiscard]] static HttpResponse empty(int status);
};

} // namespace proconnect::service
