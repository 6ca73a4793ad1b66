// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"
#include "service/http/RequestTarget.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QLocale>

#include <boost/beast/http.hpp>
#include <optional>
#include <utility>

// For Connection.cpp alone: between Beast's messages and ours.
namespace proconnect::service {

namespace http = boost::beast::http;

inline QByteArray bytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

inline HttpResponse refusal(int status, const char* why)
{
    HttpResponse response =
        HttpResponse::problem({FailureCode::InvalidRequest, QString::fromLatin1(why), {}});
    response.status = status;
    return response;
}

inline int statusOf(const boost::system::error_code& error)
{
    if (error == http::error::body_limit) {
        return 413;
    }
    return error == http::error::header_limit || error == http::error::buffer_overflow ? 431 : 400;
}

/// Nothing when it is malformed, repeats a header or is meant for another host.
inline std::optional<HttpRequest> toRequest(const http::request<http::string_body>& message,
                                            const QString& peer, const QByteArrayList& hosts)
{
    auto target = parseTarget(bytes(message.target()));
    const auto coding = message.find(http::field::transfer_encoding);
    // Another coding leaves open where the body ends (RFC 9112, 6.1 and 6.3).
    const bool isFramed = coding == message.end() ||
                          (message.version() == 11 && boost::beast::iequals(coding->value(), "chunked"));
    if (!target || !isFramed) {
        return std::nullopt;
    }
    HttpRequest request;
    request.method = bytes(message.method_string());
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.peer = peer;
    for (const auto& field : message) {
        const QByteArray name = bytes(field.name_string()).toLower();
        if (request.headers.contains(name)) {
            return std::nullopt;
        }
        request.headers.insert(name, bytes(field.value()));
    }
    const QByteArray host = request.header("host").toLower();
    if (!hosts.contains(host)) {
        return std::nullopt;
    }
    request.body = QByteArray(message.body().data(), static_cast<qsizetype>(message.body().size()));
    return request;
}

inline http::response<http::string_body> toMessage(const HttpResponse& response, const QDateTime& now,
                                                   unsigned version, bool keepAlive)
{
    http::response<http::string_body> message;
    message.version(version);
    message.result(static_cast<unsigned>(response.status));
    const QString date =
        QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")) + QStringLiteral(" GMT");
    message.set(http::field::date, date.toStdString());
    message.set("X-Content-Type-Options", "nosniff");
    for (const auto& [name, value] : response.headers) {
        message.insert(boost::beast::string_view(name.constData(), static_cast<std::size_t>(name.size())),
                       boost::beast::string_view(value.constData(), static_cast<std::size_t>(value.size())));
    }
    message.keep_alive(keepAlive);
    message.body() = response.body.toStdString();
    if (response.status != 204 && response.status != 304) {
        message.prepare_payload();
    }
    return message;
}

} // namespace proconnect::service
