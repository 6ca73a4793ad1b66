// SPDX-License-Identifier: MIT
#include "core/net/ServiceAddress.h"

#include <QHostAddress>

namespace proconnect {

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool sameOrigin(const QUrl& one, const QUrl& other)
{
    return one.isValid() && other.isValid() && one.scheme() == other.scheme() && one.host() == other.host() &&
           one.port() == other.port() && one.userInfo().isEmpty() && other.userInfo().isEmpty();
}

Outcome<QUrl> parseServiceAddress(const QString& text, bool demonstration)
{
    QUrl url(text, QUrl::StrictMode);
    const bool loopback = isLoopback(url);
    const bool schemeFits = url.scheme() == QLatin1String("https") ||
                            (url.scheme() == QLatin1String("http") && loopback && demonstration);
    if (!url.isValid() || url.host().isEmpty() || !schemeFits || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty()) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("the service address must be https"), {}};
    }
    if (demonstration && !loopback) {
        return Failure{
            FailureCode::InvalidRequest, QStringLiteral("a demonstration stays on this computer"), {}};
    }
    return url.adjusted(QUrl::StripTrailingSlash);
}

} // namespace proconnect
