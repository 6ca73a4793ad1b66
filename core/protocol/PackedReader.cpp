// SPDX-License-Identifier: MIT
#include "core/protocol/PackedReader.h"

namespace proconnect {

bool PackedReader::available(qsizetype size)
{
    m_broken = m_broken || size > m_end - m_next;
    return !m_broken;
}

qsizetype PackedReader::getCount()
{
    quint64 value = 0;
    for (int shift = 0; shift < std::numeric_limits<qint64>::digits; shift += packed::bitsAtOnce) {
        const quint64 part = getByte();
        value |= (part & (packed::more - 1)) << static_cast<unsigned>(shift);
        if (part < packed::more) {
            return static_cast<qsizetype>(value);
        }
    }
    m_broken = true;
    return 0;
}

void PackedReader::get(QString& value)
{
    if (const qsizetype number = getCount(); number > 0) {
        if (number > static_cast<qsizetype>(m_texts.size())) {
            m_broken = true;
            return;
        }
        value = m_texts[static_cast<std::size_t>(number) - 1];
        return;
    }
    const qsizetype length = getCount();
    if (length > (m_end - m_next) / packed::characterBytes || !available(0)) {
        m_broken = true;
        return;
    }
    value.resize(length);
    std::memcpy(value.data(), m_next, static_cast<std::size_t>(length * packed::characterBytes));
    m_next += length * packed::characterBytes;
    m_texts.push_back(value);
}

void PackedReader::get(QDateTime& value)
{
    qint64 milliseconds = packed::none;
    get(milliseconds);
    value =
        milliseconds == packed::none ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

void PackedReader::get(QDate& value)
{
    qint64 day = packed::none;
    get(day);
    value = day == packed::none ? QDate() : QDate::fromJulianDay(day);
}

} // namespace proconnect
