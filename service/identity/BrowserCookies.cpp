// SPDX-License-Identifier: MIT
#include "service/identity/BrowserCookies.h"

namespace proconnect::service {

QByteArray BrowserCookies::set(const QByteArray& name, const QByteArray& value, int seconds) const
{
    return fullName(name) + '=' + value +
           "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + QByteArray::number(seconds) +
           (m_secure ? "; Secure" : "");
}

QByteArray BrowserCookies::read(const HttpRequest& request, const QByteArray& name) const
{
    const QByteArray start = fullName(name) + '=';
    QByteArray value;
    const QList<QByteArray> pairs = request.header("cookie").split(';');
    for (const QByteArray& pair : pairs) {
        const QByteArray trimmed = pair.trimmed();
        if (trimmed.startsWith(start)) {
            if (!value.isEmpty()) {
                return {};
            }
            value = trimmed.mid(start.size());
        }
    }
    return value;
}

} // namespace proconnect::service
