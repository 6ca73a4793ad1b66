// SPDX-License-Identifier: MIT
#include "core/jose/StrictJson.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace proconnect {
namespace {

/// Builds Qt's values from nlohmann's events; Qt's own parser keeps the last of duplicate members silently.
class Builder final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit Builder(int deepest) : m_deepest(deepest) {}

    [[nodiscard]] const QJsonObject& result() const { return m_result; }

    bool null() override { return add(QJsonValue(QJsonValue::Null)); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(QJsonValue(qint64{value})); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= number_unsigned_t{std::numeric_limits<qint64>::max()}
                   ? add(QJsonValue(static_cast<qint64>(value)))
                   : add(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(QString::fromStdString(value)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return !m_open.empty() && open(true); }
    bool key(string_t& value) override
    {
        m_open.back().key = QString::fromStdString(value);
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override
    {
        return false;
    }

private:
    struct Level
    {
        bool isArray = false;
        QString key;
        std::vector<std::pair<QString, QJsonValue>> members;
        QJsonArray array;
    };

    bool open(bool isArray)
    {
        if (static_cast<int>(m_open.size()) >= m_deepest) {
            return false;
        }
        m_open.push_back({isArray, {}, {}, {}});
        return true;
    }

    bool close()
    {
        Level level = std::move(m_open.back());
        m_open.pop_back();
        if (level.isArray) {
            return add(level.array);
        }
        const auto object = objectOf(level.members);
        if (!object) {
            return false;
        }
        if (m_open.empty()) {
            m_result = *object;
            return true;
        }
        return add(*object);
    }

    /// Nothing where a member comes twice. In order: Qt keeps members sorted, and moves those behind a new
    /// one.
    static std::optional<QJsonObject> objectOf(std::vector<std::pair<QString, QJsonValue>>& members)
    {
        std::sort(members.begin(), members.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        const auto twice = std::adjacent_find(
            members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
        if (twice != members.end()) {
            return std::nullopt;
        }
        QJsonObject object;
        for (const auto& [key, value] : members) {
            object.insert(key, value);
        }
        return object;
    }

    bool add(const QJsonValue& value)
    {
        if (m_open.empty()) {
            return false;
        }
        auto& level = m_open.back();
        if (level.isArray) {
            level.array.append(value);
        } else {
            level.members.emplace_back(level.key, value);
        }
        return true;
    }

    int m_deepest;
    std::vector<Level> m_open;
    QJsonObject m_result;
};

} // namespace

Outcome<QJsonObject> parseStrictJson(const QByteArray& text, const JsonLimits& limits, FailureCode code)
{
    if (text.size() > limits.largest) {
        return Failure{code, QStringLiteral("JSON of %1 bytes").arg(text.size()), {}};
    }
    Builder builder(limits.deepest);
    if (!nlohmann::json::sax_parse(text.cbegin(), text.cend(), &builder)) {
        return Failure{code, QStringLiteral("not one strict JSON object"), {}};
    }
    return builder.result();
}

} // namespace proconnect
