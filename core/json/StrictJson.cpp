// SPDX-License-Identifier: MIT
#include "core/json/StrictJson.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QList>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

namespace proconnect {
namespace {

/// Builds the object while nlohmann reads; returning false stops the reader.
class Builder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit Builder(int maxDepth) : m_maxDepth(maxDepth) {}

    [[nodiscard]] const std::optional<QJsonObject>& result() const { return m_result; }

    bool null() override { return add(QJsonValue::Null); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(static_cast<qint64>(value)); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max()) &&
               add(static_cast<qint64>(value));
    }
    bool number_float(number_float_t value, const string_t& /*text*/) override { return add(value); }
    bool string(string_t& value) override { return add(QString::fromStdString(value)); }
    bool binary(binary_t& /*value*/) override { return false; }

    bool start_object(std::size_t /*elements*/) override { return open(true); }
    bool start_array(std::size_t /*elements*/) override { return !m_levels.isEmpty() && open(false); }
    bool key(string_t& name) override
    {
        m_levels.last().key = QString::fromStdString(name);
        return !m_levels.last().object.contains(m_levels.last().key);
    }
    bool end_object() override
    {
        const QJsonObject finished = m_levels.takeLast().object;
        if (m_levels.isEmpty()) {
            m_result = finished;
            return true;
        }
        return add(finished);
    }
    bool end_array() override { return add(m_levels.takeLast().array); }
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const nlohmann::json::exception& /*error*/) override
    {
        return false;
    }

private:
    struct Level
    {
        bool isObject = false;
        QJsonObject object;
        QJsonArray array;
        QString key;
    };

    bool open(bool isObject)
    {
        if (m_levels.size() >= m_maxDepth) {
            return false;
        }
        m_levels.append({isObject, {}, {}, {}});
        return true;
    }

    bool add(const QJsonValue& value)
    {
        if (m_levels.isEmpty()) {
            return false;
        }
        Level& level = m_levels.last();
        if (level.isObject) {
            level.object.insert(level.key, value);
        } else {
            level.array.append(value);
        }
        return true;
    }

    int m_maxDepth;
    QList<Level> m_levels;
    std::optional<QJsonObject> m_result;
};

} // namespace

std::optional<QJsonObject> parseStrictJsonObject(const QByteArray& text, int maxDepth)
{
    // nlohmann skips a byte order mark, which RFC 8259 lets a reader refuse.
    if (text.startsWith("\xEF\xBB\xBF")) {
        return std::nullopt;
    }
    Builder builder(maxDepth);
    const bool read = nlohmann::json::sax_parse(text.cbegin(), text.cend(), &builder);
    return read ? builder.result() : std::nullopt;
}

} // namespace proconnect
