// SPDX-License-Identifier: MIT
#include "core/protocol/JsonReader.h"

#include <algorithm>
#include <cmath>

namespace proconnect {
namespace {

constexpr double largestExactInteger = 9007199254740991.0;
constexpr qsizetype longestInstant = 32;

std::optional<qint64> integer(const QJsonValue& json)
{
    const double value = json.toDouble(0.5);
    if (!json.isDouble() || std::floor(value) != value || std::abs(value) > largestExactInteger) {
        return std::nullopt;
    }
    return json.toInteger();
}

/// UTC only: the letter Z, so that no other offset can be taken for the time shown.
std::optional<QDateTime> instantOf(const QString& text)
{
    if (text.size() > longestInstant || !text.endsWith(u'Z')) {
        return std::nullopt;
    }
    const auto value = QDateTime::fromString(text, Qt::ISODateWithMs);
    return value.isValid() ? std::optional{value.toUTC()} : std::nullopt;
}

std::optional<QDate> dateOf(const QString& text)
{
    const auto value = QDate::fromString(text, Qt::ISODate);
    return value.isValid() && text.size() == 10 ? std::optional{value} : std::nullopt;
}

} // namespace

bool JsonReader::present(const char* name) const
{
    return m_object.contains(QLatin1String(name));
}

void JsonReader::complain(const char* name)
{
    if (!m_trouble) {
        m_trouble = QLatin1String(name);
    }
}

std::optional<QString> JsonReader::boundedText(const QJsonValue& json, qsizetype longest) const
{
    if (!json.isString()) {
        return std::nullopt;
    }
    QString text = json.toString();
    return text.size() <= longest ? std::optional{std::move(text)} : std::nullopt;
}

QJsonArray JsonReader::array(const char* name, qsizetype most)
{
    if (!present(name)) {
        return {};
    }
    const QJsonValue json = m_object.value(QLatin1String(name));
    if (!json.isArray() || json.toArray().size() > most) {
        complain(name);
        return {};
    }
    return json.toArray();
}

void JsonReader::key(const char* name, QString& value, qsizetype longest)
{
    auto read = boundedText(m_object.value(QLatin1String(name)), longest);
    read && !read->isEmpty() ? void(value = std::move(*read)) : complain(name);
}

void JsonReader::text(const char* name, QString& value, qsizetype longest)
{
    if (present(name)) {
        auto read = boundedText(m_object.value(QLatin1String(name)), longest);
        read ? void(value = std::move(*read)) : complain(name);
    }
}

void JsonReader::texts(const char* name, QStringList& values, qsizetype most, qsizetype longest)
{
    for (const auto entry : array(name, most)) {
        auto read = boundedText(entry, longest);
        read ? values.append(std::move(*read)) : complain(name);
    }
}

void JsonReader::digits(const char* name, QString& value, qsizetype count)
{
    auto read = boundedText(m_object.value(QLatin1String(name)), count);
    const bool fits = read && read->size() == count && std::all_of(read->cbegin(), read->cend(), [](QChar c) {
                          return c >= u'0' && c <= u'9';
                      });
    fits ? void(value = std::move(*read)) : complain(name);
}

void JsonReader::flag(const char* name, bool& value)
{
    if (present(name)) {
        const QJsonValue json = m_object.value(QLatin1String(name));
        json.isBool() ? void(value = json.toBool()) : complain(name);
    }
}

void JsonReader::number(const char* name, int& value, int smallest, int largest)
{
    const auto read = integer(m_object.value(QLatin1String(name)));
    read&&* read >= smallest&&* read <= largest ? void(value = static_cast<int>(*read)) : complain(name);
}

void JsonReader::number(const char* name, std::optional<int>& value, int smallest, int largest)
{
    if (present(name)) {
        number(name, value.emplace(), smallest, largest);
    }
}

void JsonReader::number(const char* name, qint64& value, qint64 smallest)
{
    const auto read = integer(m_object.value(QLatin1String(name)));
    read&&* read >= smallest ? void(value = *read) : complain(name);
}

void JsonReader::numbers(const char* name, QList<int>& values, qsizetype most, int smallest, int largest)
{
    for (const auto entry : array(name, most)) {
        const auto read = integer(entry);
        const bool fits = read && *read >= smallest && *read <= largest;
        fits ? values.append(static_cast<int>(*read)) : complain(name);
    }
}

void JsonReader::instant(const char* name, QDateTime& value)
{
    const auto read = instantOf(m_object.value(QLatin1String(name)).toString());
    read ? void(value = *read) : complain(name);
}

void JsonReader::instant(const char* name, std::optional<QDateTime>& value)
{
    if (present(name)) {
        instant(name, value.emplace());
    }
}

void JsonReader::date(const char* name, QDate& value)
{
    const auto read = dateOf(m_object.value(QLatin1String(name)).toString());
    read ? void(value = *read) : complain(name);
}

void JsonReader::date(const char* name, std::optional<QDate>& value)
{
    if (present(name)) {
        date(name, value.emplace());
    }
}

} // namespace proconnect
