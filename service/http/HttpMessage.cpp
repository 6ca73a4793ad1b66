// SPDX-License-Identifier: MIT
#include "service/http/HttpMessage.h"

#include "core/jose/StrictJson.h"
#include "service/http/ProblemTexts.h"
#include "service/http/StrictText.h"

#include <QJsonDocument>

namespace proconnect::service {
namespace {

QByteArray mediaType(const QByteArray& contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

Failure malformed(const char* why)
{
    return {FailureCode::InvalidRequest, QString::fromLatin1(why), {}};
}

} // namespace

Outcome<QJsonObject> HttpRequest::json() const
{
    const QByteArray type = mediaType(header("content-type"));
    if (type != "application/json" && !(type.startsWith("application/") && type.endsWith("+json"))) {
        return malformed("content-type is not JSON");
    }
    return parseStrictJson(body, {}, FailureCode::InvalidRequest);
}

Outcome<QHash<QString, QString>> HttpRequest::form() const
{
    if (mediaType(header("content-type")) != "application/x-www-form-urlencoded") {
        return malformed("content-type is not a form");
    }
    QHash<QString, QString> fields;
    if (body.isEmpty()) {
        return fields;
    }
    const QList<QByteArray> pairs = body.split('&');
    for (QByteArray pair : pairs) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        const auto name = decodePercent(equals < 0 ? pair : pair.left(equals));
        const auto value = decodePercent(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!name || name->isEmpty() || !value || fields.contains(*name)) {
            return malformed("form is malformed or names a field twice");
        }
        fields.insert(*name, *value);
    }
    return fields;
}

HttpResponse HttpResponse::json(int status, const QJsonObject& content)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
            QJsonDocument(content).toJson(QJsonDocument::Compact)};
}

HttpResponse HttpResponse::problem(const Failure& failure)
{
    const FailureInfo& info = failureInfo(failure.code);
    const QString code = QString::fromLatin1(info.id);
    QJsonObject content{{QStringLiteral("type"), QStringLiteral("urn:proconnect:problem:") + code},
                        {QStringLiteral("title"), code},
                        {QStringLiteral("status"), info.httpStatus},
                        {QStringLiteral("code"), code},
                        {QStringLiteral("detail"), problemDetail(failure.code)}};
    if (!failure.argument.isEmpty()) {
        content.insert(QStringLiteral("argument"), failure.argument);
    }
    HttpResponse response = json(info.httpStatus, content);
    response.headers.first().second = "application/problem+json";
    if (failure.code == FailureCode::TooManyRequests) {
        bool isSeconds = false;
        (void)failure.argument.toUInt(&isSeconds);
        response.headers.emplaceBack("Retry-After", isSeconds ? failure.argument.toLatin1() : "30");
    }
    if (failure.code == FailureCode::Unauthorized && !failure.argument.isEmpty()) {
        // The nonce that the proof lacked (RFC 9449, 8 and 9).
        response.headers.emplaceBack("DPoP-Nonce", failure.argument.toLatin1());
        response.headers.emplaceBack("WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
    }
    return response;
}

HttpResponse HttpResponse::redirect(const QByteArray& location)
{
    return {
        302, {{"Location", location}, {"Cache-Control", "no-store"}, {"Referrer-Policy", "no-referrer"}}, {}};
}

HttpResponse HttpResponse::empty(int status)
{
    return {status, {{"Cache-Control", "no-store"}}, {}};
}

} // namespace proconnect::service
