// SPDX-License-Identifier: MIT
#include "core/protocol/PackedWriter.h"

namespace proconnect {

void PackedWriter::putCount(qsizetype value)
{
    auto rest = static_cast<quint64>(value);
    while (rest >= packed::more) {
        m_bytes += static_cast<char>(rest | packed::more);
        rest >>= packed::bitsAtOnce;
    }
    m_bytes += static_cast<char>(rest);
}

void PackedWriter::put(const QString& value)
{
    const auto known = m_texts.constFind(value);
    if (known != m_texts.cend()) {
        putCount(*known);
        return;
    }
    m_texts.insert(value, m_texts.size() + 1);
    putCount(0);
    putCount(value.size());
    m_bytes.append(reinterpret_cast<const char*>(value.utf16()), value.size() * packed::characterBytes);
}

void PackedWriter::put(const QDateTime& value)
{
    put(value.isValid() ? value.toMSecsSinceEpoch() : packed::none);
}

void PackedWriter::put(const QDate& value)
{
    put(value.isValid() ? value.toJulianDay() : packed::none);
}

} // namespace proconnect
