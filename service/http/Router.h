// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

#include <functional>
#include <optional>

namespace proconnect::service {

/// Answers a request on a worker thread; it may block on the database or on another server.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

/// What answers one method at the paths of one pattern.
struct Route
{
    struct Segment
    {
        QString text; ///< of a {name}, without the brackets
        bool isName = false;
    };

    QByteArray method;
    QString pattern;
    QList<Segment> segments;
    Handler handler;
};

/// Where a request leads.
struct Way
{
    const Route* route = nullptr; ///< nothing: none answers this method at this path
    QHash<QString, QString> parameters;
    QByteArrayList otherMethods; ///< that this path has

    /// The pattern that answers; nothing when none does. As many as were added, however many paths are asked
    /// for.
    [[nodiscard]] std::optional<QString> pattern() const
    {
        return route == nullptr ? std::nullopt : std::optional(route->pattern);
    }
};

/// Finds the handler of a method and path. Filled once at start, then read from every worker thread.
class Router
{
public:
    /// `pattern` is a path whose segments may be {names}: "/v1/companies/{siren}/changes". What stands at
    /// {ticket} is a secret.
    void add(const QByteArray& method, const QString& pattern, Handler handler);

    /// Good as long as no route is added.
    [[nodiscard]] Way find(const QByteArray& method, const QString& path) const;

    /// The handler's answer; 404 when no pattern fits, 405 with Allow when only the method does not.
    [[nodiscard]] static HttpResponse follow(const Way& way, HttpRequest request);
    /// find() and follow() in one.
    [[nodiscard]] HttpResponse dispatch(HttpRequest request) const;

    /// `path`, to which `way` was found, as a log may hold it: the pattern instead, where a secret stands in
    /// it or would if it were whole.
    [[nodiscard]] QString withoutSecrets(const Way& way, const QString& path) const;

private:
    QList<Route> m_routes;
};

} // namespace proconnect::service
