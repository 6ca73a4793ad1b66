// SPDX-License-Identifier: MIT
#pragma once

#include "core/protocol/EnumNames.h"
#include "core/result/Outcome.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace proconnect {

/// Reads the members of one JSON object into a structure; the first thing that does not fit is remembered and
/// the rest is read no further. Members that nobody asks for are passed over: a newer service may send them.
/// Its functions are those of JsonWriter, so that one list of fields serves both directions.
class JsonReader
{
public:
    explicit JsonReader(const QJsonObject& object) : m_object(object) {}

    /// Name of the first member that did not fit.
    [[nodiscard]] const std::optional<QString>& trouble() const { return m_trouble; }

    /// A text that must be there and not be empty.
    void key(const char* name, QString& value, qsizetype longest);
    /// A text that may be absent.
    void text(const char* name, QString& value, qsizetype longest);
    void texts(const char* name, QStringList& values, qsizetype most, qsizetype longest);
    /// Exactly `count` ASCII digits.
    void digits(const char* name, QString& value, qsizetype count);
    void flag(const char* name, bool& value);
    void number(const char* name, int& value, int smallest, int largest);
    void number(const char* name, std::optional<int>& value, int smallest, int largest);
    void number(const char* name, qint64& value, qint64 smallest);
    void numbers(const char* name, QList<int>& values, qsizetype most, int smallest, int largest);
    void instant(const char* name, QDateTime& value);
    void instant(const char* name, std::optional<QDateTime>& value);
    void date(const char* name, QDate& value);
    void date(const char* name, std::optional<QDate>& value);

    template <typename E>
    void choice(const char* name, E& value)
    {
        const auto found = choiceOf<E>(m_object.value(QLatin1String(name)));
        found ? void(value = *found) : complain(name);
    }

    template <typename E>
    void choice(const char* name, std::optional<E>& value)
    {
        if (present(name)) {
            choice(name, value.emplace());
        }
    }

    template <typename E>
    void choices(const char* name, QList<E>& values, qsizetype most)
    {
        for (const auto entry : array(name, most)) {
            const auto found = choiceOf<E>(entry);
            found ? values.append(*found) : complain(name);
        }
    }

    template <typename T>
    void object(const char* name, T& value)
    {
        const QJsonValue json = m_object.value(QLatin1String(name));
        json.isObject() ? readInto(name, json.toObject(), value) : complain(name);
    }

    template <typename T>
    void object(const char* name, std::optional<T>& value)
    {
        if (present(name)) {
            object(name, value.emplace());
        }
    }

    template <template <typename> class List, typename T>
    void list(const char* name, List<T>& values, qsizetype most)
    {
        const QJsonArray entries = array(name, most);
        values.reserve(entries.size());
        for (const auto entry : entries) {
            if (m_trouble || !entry.isObject()) {
                complain(name);
                return;
            }
            readInto(name, entry.toObject(), values.emplaceBack());
        }
    }

private:
    template <typename E>
    [[nodiscard]] static std::optional<E> choiceOf(const QJsonValue& json)
    {
        static_assert(EnumNames<E>::values.size() == static_cast<std::size_t>(EnumNames<E>::last) + 1);
        const QString name = json.toString();
        for (std::size_t i = 0; i < EnumNames<E>::values.size(); ++i) {
            if (name == QLatin1String(EnumNames<E>::values[i])) {
                return static_cast<E>(i);
            }
        }
        return std::nullopt;
    }

    template <typename T>
    void readInto(const char* name, const QJsonObject& json, T& value)
    {
        JsonReader inner(json);
        describe(inner, value);
        if (inner.m_trouble && !m_trouble) {
            m_trouble = QLatin1String(name) + u'.' + *inner.m_trouble;
        }
    }

    [[nodiscard]] bool present(const char* name) const;
    [[nodiscard]] std::optional<QString> boundedText(const QJsonValue& json, qsizetype longest) const;
    /// Empty when absent, or when it does not fit.
    [[nodiscard]] QJsonArray array(const char* name, qsizetype most);
    void complain(const char* name);

    QJsonObject m_object;
    std::optional<QString> m_trouble;
};

} // namespace proconnect
