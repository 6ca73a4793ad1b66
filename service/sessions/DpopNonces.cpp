// SPDX-License-Identifier: MIT
#include "service/sessions/DpopNonces.h"

namespace proconnect::service {

bool DpopNonces::accepts(const QString& nonce) const
{
    const qint64 now = span();
    const std::lock_guard lock(m_mutex);
    if (m_acceptedSpan != now) {
        m_accepted = {ofSpan(now), ofSpan(now - 1), ofSpan(now + 1)};
        m_acceptedSpan = now;
    }
    return m_accepted.contains(nonce);
}

QString DpopNonces::ofSpan(qint64 number) const
{
    return QString::fromLatin1(m_keys.fingerprint(QByteArray::number(number), "dpop-nonce"));
}

} // namespace proconnect::service
