// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"

#include <QUrl>

namespace proconnect::service {

/// Cookies that bind what comes back from FranceConnect to the browser that left: of this host only, out of
/// scripts' reach, and over https only where the service has https.
class BrowserCookies
{
public:
    explicit BrowserCookies(const QUrl& publicUrl) : m_secure(publicUrl.scheme() == QLatin1String("https")) {}

    /// Value of a Set-Cookie header; an empty value with no seconds removes the cookie.
    [[nodiscard]] QByteArray set(const QByteArray& name, const QByteArray& value, int seconds) const;
    /// What the browser holds under `name`; empty when it holds nothing or two values.
    [[nodiscard]] QByteArray read(const HttpRequest& request, const QByteArray& name) const;

private:
    [[nodiscard]] QByteArray fullName(const QByteArray& name) const
    {
        return m_secure ? "__Host-" + name : name;
    }

    bool m_secure;
};

} // namespace proconnect::service
