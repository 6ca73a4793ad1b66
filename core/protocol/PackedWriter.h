// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/PackedForm.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>
#include <typeinfo>
#include <utility>

namespace proconnect {

/// Writes a structure's members as bytes for PackedReader, in this computer's own byte order. A text or a
/// short list that was written before is a number: what many accounts share is kept once.
/// Its functions are those of JsonWriter, so that one list of fields serves all forms.
class PackedWriter
{
public:
    explicit PackedWriter(QByteArray start) : m_bytes(std::move(start)) {}

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

    void key(const char* /*name*/, const QString& value, qsizetype /*longest*/) { put(value); }
    void text(const char* /*name*/, const QString& value, qsizetype /*longest*/) { put(value); }
    void digits(const char* /*name*/, const QString& value, qsizetype /*count*/) { put(value); }
    void flag(const char* /*name*/, bool value) { put(value); }
    void number(const char* /*name*/, int value, int /*smallest*/, int /*largest*/) { put(value); }
    void number(const char* /*name*/, qint64 value, qint64 /*smallest*/) { put(value); }
    void instant(const char* /*name*/, const QDateTime& value) { put(value); }
    void date(const char* /*name*/, const QDate& value) { put(value); }

    void number(const char* /*name*/, const std::optional<int>& value, int /*smallest*/, int /*largest*/)
    {
        putIfThere(value);
    }
    void instant(const char* /*name*/, const std::optional<QDateTime>& value) { putIfThere(value); }
    void date(const char* /*name*/, const std::optional<QDate>& value) { putIfThere(value); }

    void texts(const char* /*name*/, const QStringList& values, qsizetype /*most*/, qsizetype /*longest*/)
    {
        putShared(values);
    }

    template <typename E>
    void choice(const char* /*name*/, const E& value)
    {
        put(value);
    }

    template <typename E>
    void choices(const char* /*name*/, const QList<E>& values, qsizetype /*most*/)
    {
        putShared(values);
    }

    template <typename T>
    void object(const char* /*name*/, const T& value)
    {
        put(value);
    }

    template <template <typename> class List, typename T>
    void list(const char* /*name*/, const List<T>& values, qsizetype /*most*/)
    {
        putShared(values);
    }

private:
    void put(const QString& value);
    void put(const QDateTime& value);
    void put(const QDate& value);
    void put(bool value) { m_bytes += static_cast<char>(value); }
    void put(int value) { putFixed(value); }
    void put(qint64 value) { putFixed(value); }
    void putCount(qsizetype value);

    template <typename T>
    void put(const T& value)
    {
        if constexpr (std::is_enum_v<T>) {
            m_bytes += static_cast<char>(value);
        } else {
            describe(*this, value);
        }
    }

    template <typename T>
    void put(const std::optional<T>& value)
    {
        putIfThere(value);
    }

    template <typename T>
    void putIfThere(const std::optional<T>& value)
    {
        put(value.has_value());
        if (value) {
            put(*value);
        }
    }

    template <typename N>
    void putFixed(N value)
    {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    /// The list, or the number of an equal one: lists that hold a text for the first time differ from all
    /// before, so that nothing is taken back that a later text refers to.
    template <template <typename> class List, typename T>
    void putShared(const List<T>& values)
    {
        const qsizetype start = m_bytes.size();
        putCount(0);
        putCount(values.size());
        for (const T& value : values) {
            put(value);
        }
        const qsizetype length = m_bytes.size() - start;
        if (length > packed::longestShared) {
            return;
        }
        const std::pair list{typeid(T).hash_code(), m_bytes.sliced(start)};
        const auto known = m_lists.constFind(list);
        if (known == m_lists.cend()) {
            m_lists.insert(list, m_lists.size() + 1);
            return;
        }
        m_bytes.truncate(start);
        putCount(*known);
    }

    QByteArray m_bytes;
    QHash<QString, qsizetype> m_texts;
    QHash<std::pair<std::size_t, QByteArray>, qsizetype> m_lists; ///< by type and content
};

} // namespace proconnect
