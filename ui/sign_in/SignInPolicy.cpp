// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInPolicy.h"

#include <QHostAddress>

namespace proconnect::ui {
namespace {

int defaultPort(const QUrl& url)
{
    return url.scheme() == QLatin1String("https") ? 443 : 80;
}

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isTrustedTransport(const QUrl& url, bool demonstration)
{
    if (!url.userInfo().isEmpty() || url.host().isEmpty()) {
        return false;
    }
    return url.scheme() == QLatin1String("https") ||
           (demonstration && url.scheme() == QLatin1String("http") && isLoopback(url.host()));
}

bool isCompletion(const QUrl& url, const QUrl& completion)
{
    return url.scheme() == completion.scheme() && url.host() == completion.host() &&
           url.port(defaultPort(url)) == completion.port(defaultPort(completion)) &&
           url.path(QUrl::FullyEncoded) == completion.path(QUrl::FullyEncoded);
}

} // namespace

QString hostAndPort(const QUrl& url)
{
    const int port = url.port(defaultPort(url));
    return port == defaultPort(url) ? url.host() : url.host() + u':' + QString::number(port);
}

bool mayFetch(const QUrl& url, bool demonstration)
{
    return url.scheme() == QLatin1String("data") || url.scheme() == QLatin1String("blob") ||
           isTrustedTransport(url, demonstration);
}

NavigationVerdict judgeNavigation(const QUrl& url, const SignInPage& page, bool demonstration)
{
    if (!url.isValid() || !isTrustedTransport(url, demonstration)) {
        return url.scheme() == QLatin1String("http") ? NavigationVerdict::UnknownAddress
                                                     : NavigationVerdict::Refused;
    }
    if (isCompletion(url, page.completion)) {
        return NavigationVerdict::Completion;
    }
    const bool recognised =
        page.allowedHosts.contains(hostAndPort(url)) ||
        page.allowedHosts.contains(url.host() + u':' + QString::number(url.port(defaultPort(url))));
    return recognised ? NavigationVerdict::Allowed : NavigationVerdict::UnknownAddress;
}

} // namespace proconnect::ui
