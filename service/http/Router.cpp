// SPDX-License-Identifier: MIT
#include "service/http/Router.h"

#include "service/http/ProblemLanguage.h"

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

using Path = QList<QStringView>;

/// Whether the first `count` segments of `path` go along with the route's.
bool goesAlong(const Route& route, const Path& path, qsizetype count)
{
    return std::equal(route.segments.begin(), route.segments.begin() + count, path.begin(),
                      [](const Route::Segment& segment, QStringView text) {
                          return segment.isName ? !text.isEmpty() : text == segment.text;
                      });
}

bool leadsTo(const Route& route, const Path& path)
{
    return route.segments.size() == path.size() && goesAlong(route, path, path.size());
}

/// The place of what is a secret; -1 without any.
qsizetype secretOf(const Route& route)
{
    const auto secret =
        std::find_if(route.segments.begin(), route.segments.end(), [](const Route::Segment& segment) {
            return segment.isName && segment.text == u"ticket";
        });
    return secret == route.segments.end() ? -1 : secret - route.segments.begin();
}

bool reachesSecret(const Route& route, const Path& path)
{
    const qsizetype secret = secretOf(route);
    return secret >= 0 && path.size() > secret && goesAlong(route, path, secret);
}

} // namespace

void Router::add(const QByteArray& method, const QString& pattern, Handler handler)
{
    Route route{method, pattern, {}, std::move(handler)};
    const QStringList segments = pattern.split(u'/');
    for (const QString& segment : segments) {
        const bool isName = segment.startsWith(u'{') && segment.endsWith(u'}');
        route.segments.append({isName ? segment.sliced(1).chopped(1) : segment, isName});
    }
    m_routes.append(std::move(route));
}

Way Router::find(const QByteArray& method, const QString& path) const
{
    const Path segments = QStringView(path).split(u'/');
    Way way;
    for (const Route& route : m_routes) {
        if (!leadsTo(route, segments)) {
            continue;
        }
        if (route.method != method) {
            way.otherMethods.append(route.method);
            continue;
        }
        way.route = &route;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (route.segments[i].isName) {
                way.parameters.insert(route.segments[i].text, segments[i].toString());
            }
        }
        break;
    }
    return way;
}

HttpResponse Router::follow(const Way& way, HttpRequest request)
{
    if (way.route != nullptr) {
        request.parameters = way.parameters;
        return inPreferredLanguage(way.route->handler(request), request);
    }
    if (way.otherMethods.isEmpty()) {
        return inPreferredLanguage(
            HttpResponse::problem({FailureCode::NotFound, QStringLiteral("no route"), {}}), request);
    }
    HttpResponse response =
        HttpResponse::problem({FailureCode::InvalidRequest, QStringLiteral("method not allowed"), {}});
    response.status = 405;
    response.headers.emplaceBack("Allow", way.otherMethods.join(", "));
    return inPreferredLanguage(std::move(response), request);
}

HttpResponse Router::dispatch(HttpRequest request) const
{
    const Way way = find(request.method, request.path);
    return follow(way, std::move(request));
}

QString Router::withoutSecrets(const Way& way, const QString& path) const
{
    if (way.route != nullptr) {
        return secretOf(*way.route) < 0 ? path : way.route->pattern;
    }
    const Path segments = QStringView(path).split(u'/');
    const auto told = std::find_if(m_routes.begin(), m_routes.end(),
                                   [&segments](const Route& route) { return leadsTo(route, segments); });
    if (told != m_routes.end() && secretOf(*told) < 0) {
        return path;
    }
    const auto reached = std::find_if(m_routes.begin(), m_routes.end(), [&segments](const Route& route) {
        return reachesSecret(route, segments);
    });
    return reached == m_routes.end() ? path : reached->pattern;
}

} // namespace proconnect::service
