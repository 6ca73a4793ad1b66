// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/EnumNames.h"
#include "core/protocol/PackedForm.h"

#include <QByteArrayView>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <any>
#include <cstring>
#include <optional>
#include <vector>

namespace proconnect {

/// Reads what PackedWriter wrote. Equal texts and equal short lists share their memory. Whatever does not fit
/// ends the reading: the rest stays empty, and nothing beyond the bytes is looked at.
/// Its functions are those of JsonReader; limits were checked when the data came from outside.
class PackedReader
{
public:
    explicit PackedReader(QByteArrayView bytes) : m_next(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    /// Everything fitted, and nothing is left.
    [[nodiscard]] bool complete() const { return !m_broken && m_next == m_end; }

    void key(const char* /*name*/, QString& value, qsizetype /*longest*/) { get(value); }
    void text(const char* /*name*/, QString& value, qsizetype /*longest*/) { get(value); }
    void digits(const char* /*name*/, QString& value, qsizetype /*count*/) { get(value); }
    void flag(const char* /*name*/, bool& value) { get(value); }
    void number(const char* /*name*/, int& value, int /*smallest*/, int /*largest*/) { get(value); }
    void number(const char* /*name*/, qint64& value, qint64 /*smallest*/) { get(value); }
    void instant(const char* /*name*/, QDateTime& value) { get(value); }
    void date(const char* /*name*/, QDate& value) { get(value); }

    void number(const char* /*name*/, std::optional<int>& value, int /*smallest*/, int /*largest*/)
    {
        getIfThere(value);
    }
    void instant(const char* /*name*/, std::optional<QDateTime>& value) { getIfThere(value); }
    void date(const char* /*name*/, std::optional<QDate>& value) { getIfThere(value); }

    void texts(const char* /*name*/, QStringList& values, qsizetype /*most*/, qsizetype /*longest*/)
    {
        getShared(values);
    }

    template <typename E>
    void choice(const char* /*name*/, E& value)
    {
        get(value);
    }

    template <typename E>
    void choices(const char* /*name*/, QList<E>& values, qsizetype /*most*/)
    {
        getShared(values);
    }

    template <typename T>
    void object(const char* /*name*/, T& value)
    {
        get(value);
    }

    template <template <typename> class List, typename T>
    void list(const char* /*name*/, List<T>& values, qsizetype /*most*/)
    {
        getShared(values);
    }

private:
    void get(QString& value);
    void get(QDateTime& value);
    void get(QDate& value);
    void get(bool& value) { value = getByte() != 0; }
    void get(int& value) { getFixed(value); }
    void get(qint64& value) { getFixed(value); }
    [[nodiscard]] qsizetype getCount();
    [[nodiscard]] quint8 getByte() { return available(1) ? static_cast<quint8>(*m_next++) : 0; }
    /// Whether `size` more bytes are there; otherwise nothing is read any more.
    [[nodiscard]] bool available(qsizetype size);

    template <typename T>
    void get(T& value)
    {
        if constexpr (std::is_enum_v<T>) {
            const quint8 place = getByte();
            if (place > static_cast<quint8>(EnumNames<T>::last)) {
                m_broken = true;
                return;
            }
            value = static_cast<T>(place);
        } else {
            describe(*this, value);
        }
    }

    template <typename T>
    void get(std::optional<T>& value)
    {
        getIfThere(value);
    }

    template <typename T>
    void getIfThere(std::optional<T>& value)
    {
        if (getByte() != 0) {
            get(value.emplace());
        }
    }

    template <typename N>
    void getFixed(N& value)
    {
        if (available(sizeof value)) {
            std::memcpy(&value, m_next, sizeof value);
            m_next += sizeof value;
        }
    }

    template <template <typename> class List, typename T>
    void getShared(List<T>& values)
    {
        if (const qsizetype number = getCount(); number > 0) {
            const auto* known = number <= static_cast<qsizetype>(m_lists.size())
                                    ? std::any_cast<List<T>>(&m_lists[static_cast<std::size_t>(number) - 1])
                                    : nullptr;
            known != nullptr ? void(values = *known) : void(m_broken = true);
            return;
        }
        const char* const start = m_next - 1;
        const qsizetype count = getCount();
        if (!available(count)) { // each takes a byte at least
            return;
        }
        values.reserve(std::min(count, packed::reservedAtMost));
        for (qsizetype i = 0; i < count && !m_broken; ++i) {
            get(values.emplaceBack());
        }
        if (m_next - start <= packed::longestShared) {
            m_lists.emplace_back(values);
        }
    }

    const char* m_next;
    const char* m_end;
    bool m_broken = false;
    std::vector<QString> m_texts;
    std::vector<std::any> m_lists;
};

} // namespace proconnect
