// SPDX-License-Identifier: MIT
#include "core/protocol/JsonWriter.h"

namespace proconnect {

void JsonWriter::put(const char* name, const QJsonValue& value)
{
    m_object.insert(QLatin1String(name), value);
}

void JsonWriter::putUnlessEmpty(const char* name, const QJsonArray& array)
{
    if (!array.isEmpty()) {
        put(name, array);
    }
}

void JsonWriter::key(const char* name, const QString& value, qsizetype)
{
    put(name, value);
}

void JsonWriter::text(const char* name, const QString& value, qsizetype)
{
    if (!value.isEmpty()) {
        put(name, value);
    }
}

void JsonWriter::texts(const char* name, const QStringList& values, qsizetype, qsizetype)
{
    putUnlessEmpty(name, QJsonArray::fromStringList(values));
}

void JsonWriter::digits(const char* name, const QString& value, qsizetype)
{
    put(name, value);
}

void JsonWriter::flag(const char* name, bool value)
{
    put(name, value);
}

void JsonWriter::number(const char* name, int value, int, int)
{
    put(name, value);
}

void JsonWriter::number(const char* name, const std::optional<int>& value, int smallest, int largest)
{
    if (value) {
        number(name, *value, smallest, largest);
    }
}

void JsonWriter::number(const char* name, qint64 value, qint64)
{
    put(name, value);
}

void JsonWriter::numbers(const char* name, const QList<int>& values, qsizetype, int, int)
{
    QJsonArray array;
    for (const int value : values) {
        array.append(value);
    }
    putUnlessEmpty(name, array);
}

void JsonWriter::instant(const char* name, const QDateTime& value)
{
    put(name, value.toUTC().toString(Qt::ISODateWithMs));
}

void JsonWriter::instant(const char* name, const std::optional<QDateTime>& value)
{
    if (value) {
        instant(name, *value);
    }
}

void JsonWriter::date(const char* name, const QDate& value)
{
    put(name, value.toString(Qt::ISODate));
}

void JsonWriter::date(const char* name, const std::optional<QDate>& value)
{
    if (value) {
        date(name, *value);
    }
}

} // namespace proconnect
