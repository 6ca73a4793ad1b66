// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/EnumNames.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace proconnect {

/// Writes a structure's members into a JSON object; empty texts, empty lists and absent values are left out.
/// Limits are the reader's business: what we hold already passed them.
class JsonWriter
{
public:
    [[nodiscard]] const QJsonObject& object() const { return m_object; }

    void key(const char* name, const QString& value, qsizetype longest);
    void text(const char* name, const QString& value, qsizetype longest);
    void texts(const char* name, const QStringList& values, qsizetype most, qsizetype longest);
    void digits(const char* name, const QString& value, qsizetype count);
    void flag(const char* name, bool value);
    void number(const char* name, int value, int smallest, int largest);
    void number(const char* name, const std::optional<int>& value, int smallest, int largest);
    void number(const char* name, qint64 value, qint64 smallest);
    void numbers(const char* name, const QList<int>& values, qsizetype most, int smallest, int largest);
    void instant(const char* name, const QDateTime& value);
    void instant(const char* name, const std::optional<QDateTime>& value);
    void date(const char* name, const QDate& value);
    void date(const char* name, const std::optional<QDate>& value);

    template <typename E>
    void choice(const char* name, const E& value)
    {
        put(name, nameOf(value));
    }

    template <typename E>
    void choice(const char* name, const std::optional<E>& value)
    {
        if (value) {
            choice(name, *value);
        }
    }

    template <typename E>
    void choices(const char* name, const QList<E>& values, qsizetype)
    {
        QJsonArray array;
        for (const E& value : values) {
            array.append(nameOf(value));
        }
        putUnlessEmpty(name, array);
    }

    template <typename T>
    void object(const char* name, const T& value)
    {
        put(name, written(value));
    }

    template <typename T>
    void object(const char* name, const std::optional<T>& value)
    {
        if (value) {
            object(name, *value);
        }
    }

    template <template <typename> class List, typename T>
    void list(const char* name, const List<T>& values, qsizetype)
    {
        QJsonArray array;
        for (const T& value : values) {
            array.append(written(value));
        }
        putUnlessEmpty(name, array);
    }

    template <typename T>
    [[nodiscard]] static QJsonObject written(const T& value)
    {
        JsonWriter writer;
        describe(writer, value);
        return writer.m_object;
    }

    template <typename E>
    [[nodiscard]] static QString nameOf(E value)
    {
        return QLatin1String(EnumNames<E>::values[static_cast<std::size_t>(value)]);
    }

private:
    void put(const char* name, const QJsonValue& value);
    void putUnlessEmpty(const char* name, const QJsonArray& array);

    QJsonObject m_object;
};

} // namespace proconnect
