// SPDX-License-Identifier: MIT
#include "core/jose/KnownHeaders.h"

#include <mutex>

namespace proconnect {

std::optional<JwsHeader> KnownHeaders::find(const QByteArray& encoded) const
{
    const std::shared_lock lock(m_mutex);
    const auto known = m_headers.constFind(encoded);
    return known == m_headers.cend() ? std::nullopt : std::optional(*known);
}

void KnownHeaders::remember(const QByteArray& encoded, const JwsHeader& header)
{
    const std::unique_lock lock(m_mutex);
    if (m_headers.size() >= most) {
        m_headers.clear();
    }
    m_headers.insert(encoded, header);
}

} // namespace proconnect
