// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

#include <functional>
#include <optional>

namespace proconnect::service {

/// Answers a request on a worker thread; it may block on the database or on another server.
using Handler = std::function<HttpResponse(const HttpRequest&)>;

/// Finds the handler of a method and path. Filled once at start, then read from every worker thread.
class Router
{
public:
    /// `pattern` is a path whose segments may be {names}: "/v1/companies/{siren}/changes". What stands at
    /// {ticket} is a secret.
    void add(const QByteArray& method, const QString& pattern, Handler handler);

    /// The handler's answer; 404 when no pattern fits, 405 with Allow when only the method does not.
    [[nodiscard]] HttpResponse dispatch(HttpRequest request) const;

    /// The pattern that answers `method` at `path`; nothing when none does. As many patterns as were added,
    /// however many paths are asked for.
    [[nodiscard]] std::optional<QString> patternOf(const QByteArray& method, const QString& path) const;

    /// `path` as a log may hold it: the pattern instead, where a secret stands in it or would if it were
    /// whole.
    [[nodiscard]] QString withoutSecrets(const QString& path) const;

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
        Handler handler;
    };
    QList<Route> m_routes;
};

} // namespace proconnect::service
