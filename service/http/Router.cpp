// SPDX-License-Identifier: MIT
#include "service/http/Router.h"

#include "service/http/ProblemLanguage.h"

#include <utility>

namespace proconnect::service {
namespace {

std::optional<QHash<QString, QString>> match(const QStringList& pattern, const QStringList& path)
{
    if (pattern.size() != path.size()) {
        return std::nullopt;
    }
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString& segment = pattern[i];
        if (segment.startsWith(u'{') && segment.endsWith(u'}')) {
            if (path[i].isEmpty()) {
                return std::nullopt;
            }
            parameters.insert(segment.mid(1, segment.size() - 2), path[i]);
        } else if (segment != path[i]) {
            return std::nullopt;
        }
    }
    return parameters;
}

const QString secretSegment = QStringLiteral("{ticket}");

/// Whether `path` goes along with `pattern` up to the secret.
bool reachesSecret(const QStringList& pattern, const QStringList& path)
{
    const qsizetype secret = pattern.indexOf(secretSegment);
    return secret >= 0 && path.size() > secret && match(pattern.first(secret), path.first(secret));
}

} // namespace

void Router::add(const QByteArray& method, const QString& pattern, Handler handler)
{
    m_routes.append({method, pattern.split(u'/'), std::move(handler)});
}

HttpResponse Router::dispatch(HttpRequest request) const
{
    const QStringList path = request.path.split(u'/');
    QByteArrayList allowed;
    for (const Route& route : m_routes) {
        auto parameters = match(route.segments, path);
        if (!parameters) {
            continue;
        }
        if (route.method == request.method) {
            request.parameters = std::move(*parameters);
            return inPreferredLanguage(route.handler(request), request);
        }
        allowed.append(route.method);
    }
    if (allowed.isEmpty()) {
        return inPreferredLanguage(
            HttpResponse::problem({FailureCode::NotFound, QStringLiteral("no route"), {}}), request);
    }
    HttpResponse response =
        HttpResponse::problem({FailureCode::InvalidRequest, QStringLiteral("method not allowed"), {}});
    response.status = 405;
    response.headers.emplaceBack("Allow", allowed.join(", "));
    return inPreferredLanguage(std::move(response), request);
}

std::optional<QString> Router::patternOf(const QByteArray& method, const QString& path) const
{
    const QStringList segments = path.split(u'/');
    for (const Route& route : m_routes) {
        if (route.method == method && match(route.segments, segments)) {
            return route.segments.join(u'/');
        }
    }
    return std::nullopt;
}

QString Router::withoutSecrets(const QString& path) const
{
    const QStringList segments = path.split(u'/');
    for (const Route& route : m_routes) {
        if (match(route.segments, segments)) {
            return route.segments.contains(secretSegment) ? route.segments.join(u'/') : path;
        }
    }
    for (const Route& route : m_routes) {
        if (reachesSecret(route.segments, segments)) {
            return route.segments.join(u'/');
        }
    }
    return path;
}

} // namespace proconnect::service
