// SPDX-License-Identifier: MIT
#include "service/snapshot/KnownReaders.h"

namespace proconnect::service {

std::optional<Mandate> KnownReaders::mandate(const QString& subject, const QString& siren, qint64 cursor,
                                             const QDateTime& now) const
{
    const std::lock_guard lock(m_mutex);
    const auto reader = m_readers.constFind({subject, siren});
    const bool stands =
        reader != m_readers.cend() && reader->cursor == cursor && isFresh(reader->mandate, now);
    return stands ? std::optional(reader->mandate) : std::nullopt;
}

void KnownReaders::remember(const Mandate& mandate, qint64 cursor)
{
    const std::lock_guard lock(m_mutex);
    if (m_readers.size() >= most) {
        m_readers.clear();
    }
    m_readers.insert({mandate.subject, mandate.siren}, {cursor, mandate});
}

} // namespace proconnect::service
