// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/EnumNames.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace proconnect {

/// Writes down which fields a structure has, in their order, with those of its parts: bytes that PackedWriter
/// wrote can only be read by a program with the same. Its functions are those of JsonWriter.
class ModelLayout
{
public:
    /// Sixteen bytes, equal for two programs that list the same fields.
    template <typename T>
    [[nodiscard]] static QByteArray of()
    {
        ModelLayout layout;
        describe(layout, sample<T>());
        return QCryptographicHash::hash(layout.m_fields, QCryptographicHash::Sha256).first(16);
    }

    void key(const char* name, const QString& /*value*/, qsizetype /*longest*/) { put(name, 's'); }
    void text(const char* name, const QString& /*value*/, qsizetype /*longest*/) { put(name, 's'); }
    void digits(const char* name, const QString& /*value*/, qsizetype /*count*/) { put(name, 's'); }
    void texts(const char* name, const QStringList& /*values*/, qsizetype /*most*/, qsizetype /*longest*/)
    {
        put(name, 'S');
    }
    void flag(const char* name, bool /*value*/) { put(name, 'b'); }
    void number(const char* name, int /*value*/, int /*smallest*/, int /*largest*/) { put(name, 'i'); }
    void number(const char* name, const std::optional<int>& /*value*/, int /*smallest*/, int /*largest*/)
    {
        put(name, 'I');
    }
    void number(const char* name, qint64 /*value*/, qint64 /*smallest*/) { put(name, 'q'); }
    void instant(const char* name, const QDateTime& /*value*/) { put(name, 't'); }
    void instant(const char* name, const std::optional<QDateTime>& /*value*/) { put(name, 'T'); }
    void date(const char* name, const QDate& /*value*/) { put(name, 'd'); }
    void date(const char* name, const std::optional<QDate>& /*value*/) { put(name, 'D'); }

    template <typename E>
    void choice(const char* name, const E& /*value*/)
    {
        putNames<E>(name, 'e');
    }

    template <typename E>
    void choice(const char* name, const std::optional<E>& /*value*/)
    {
        putNames<E>(name, 'E');
    }

    template <typename E>
    void choices(const char* name, const QList<E>& /*values*/, qsizetype /*most*/)
    {
        putNames<E>(name, 'C');
    }

    template <typename T>
    void object(const char* name, const T& /*value*/)
    {
        putPart<T>(name, 'o');
    }

    template <typename T>
    void object(const char* name, const std::optional<T>& /*value*/)
    {
        putPart<T>(name, 'O');
    }

    template <template <typename> class List, typename T>
    void list(const char* name, const List<T>& /*values*/, qsizetype /*most*/)
    {
        putPart<T>(name, 'l');
    }

private:
    template <typename T>
    static const T& sample()
    {
        static const T value;
        return value;
    }

    void put(const char* name, char kind) { m_fields += QByteArray(name) + kind + ';'; }

    template <typename E>
    void putNames(const char* name, char kind)
    {
        put(name, kind);
        for (const char* value : EnumNames<E>::values) {
            put(value, '.');
        }
    }

    template <typename T>
    void putPart(const char* name, char kind)
    {
        put(name, kind);
        describe(*this, sample<T>());
        m_fields += '}';
    }

    QByteArray m_fields;
};

} // namespace proconnect
