// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimFilter.h"

#include "sandbox/portals/ScimPath.h"

#include <algorithm>
#include <cctype>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t LongestFilter = 2000;
constexpr int DeepestNesting = 20;

using Json = nlohmann::json;

std::string lower(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return result;
}

bool compareText(const std::string& left, const std::string& operation, const std::string& right)
{
    if (operation == "co") {
        return left.find(right) != std::string::npos;
    }
    if (operation == "sw") {
        return left.rfind(right, 0) == 0;
    }
    if (operation == "ew") {
        return left.size() >= right.size() &&
               left.compare(left.size() - right.size(), right.size(), right) == 0;
    }
    return (operation == "gt" && left > right) || (operation == "ge" && left >= right) ||
           (operation == "lt" && left < right) || (operation == "le" && left <= right) ||
           (operation == "eq" && left == right);
}

bool compareOne(const Json& value, const std::string& operation, const Json& wanted, bool caseExact)
{
    if (value.is_string() && wanted.is_string()) {
        const auto& left = value.get_ref<const std::string&>();
        const auto& right = wanted.get_ref<const std::string&>();
        return caseExact ? compareText(left, operation, right)
                         : compareText(lower(left), operation, lower(right));
    }
    return operation == "eq" && value == wanted;
}

ScimFilter comparison(const std::string& path, const std::string& operation, const Json& wanted)
{
    // userName and e-mail addresses ignore case (RFC 7643); identifiers do not.
    const std::string name = lower(path);
    const bool caseExact = name != "username" && name.rfind("emails", 0) != 0;
    return [=](const Json& resource) {
        const std::vector<Json> values = scimValues(resource, path);
        const std::string positive = operation == "ne" ? "eq" : operation;
        const bool found = std::any_of(values.begin(), values.end(), [&](const Json& value) {
            return compareOne(value, positive, wanted, caseExact);
        });
        return operation == "ne" ? !found : found;
    };
}

/// Recursive descent over: or-expression, and-expression, term.
class FilterReader
{
public:
    explicit FilterReader(std::string_view text) : m_text(text) {}

    std::optional<ScimFilter> readAll()
    {
        std::optional<ScimFilter> filter = readOr(0);
        skipSpaces();
        return m_position == m_text.size() ? filter : std::nullopt;
    }

private:
    std::optional<ScimFilter> readOr(int depth)
    {
        std::optional<ScimFilter> left = readAnd(depth);
        while (left && takeWord("or")) {
            const std::optional<ScimFilter> right = readAnd(depth);
            if (!right) {
                return std::nullopt;
            }
            left = [a = *left, b = *right](const Json& resource) { return a(resource) || b(resource); };
        }
        return left;
    }

    std::optional<ScimFilter> readAnd(int depth)
    {
        std::optional<ScimFilter> left = readTerm(depth);
        while (left && takeWord("and")) {
            const std::optional<ScimFilter> right = readTerm(depth);
            if (!right) {
                return std::nullopt;
            }
            left = [a = *left, b = *right](const Json& resource) { return a(resource) && b(resource); };
        }
        return left;
    }

    std::optional<ScimFilter> readTerm(int depth)
    {
        if (depth > DeepestNesting) {
            return std::nullopt;
        }
        if (takeWord("not")) {
            const std::optional<ScimFilter> inner = readTerm(depth + 1);
            return inner ? std::optional<ScimFilter>(
                               [f = *inner](const Json& resource) { return !f(resource); })
                         : std::nullopt;
        }
        if (takeCharacter('(')) {
            std::optional<ScimFilter> inner = readOr(depth + 1);
            return takeCharacter(')') ? inner : std::nullopt;
        }
        return readComparison();
    }

    std::optional<ScimFilter> readComparison()
    {
        const std::string path = takeToken();
        const std::string operation = lower(takeToken());
        if (path.empty() || std::isalpha(static_cast<unsigned char>(path.front())) == 0) {
            return std::nullopt;
        }
        if (operation == "pr") {
            return [path](const Json& resource) { return !scimValues(resource, path).empty(); };
        }
        static const std::vector<std::string> operations{"eq", "ne", "co", "sw", "ew",
                                                         "gt", "ge", "lt", "le"};
        if (std::find(operations.begin(), operations.end(), operation) == operations.end()) {
            return std::nullopt;
        }
        const Json wanted = Json::parse(takeValue(), nullptr, false);
        if (wanted.is_discarded() || wanted.is_structured()) {
            return std::nullopt;
        }
        return comparison(path, operation, wanted);
    }

    void skipSpaces()
    {
        while (m_position < m_text.size() && m_text[m_position] == ' ') {
            ++m_position;
        }
    }

    bool takeCharacter(char wanted)
    {
        skipSpaces();
        if (m_position < m_text.size() && m_text[m_position] == wanted) {
            ++m_position;
            return true;
        }
        return false;
    }

    bool takeWord(const std::string& word)
    {
        const std::size_t before = m_position;
        if (lower(takeToken()) == word) {
            return true;
        }
        m_position = before;
        return false;
    }

    std::string takeToken()
    {
        skipSpaces();
        const std::size_t start = m_position;
        while (m_position < m_text.size() &&
               std::string_view(" ()\"[]").find(m_text[m_position]) == std::string::npos) {
            ++m_position;
        }
        return std::string(m_text.substr(start, m_position - start));
    }

    std::string takeValue()
    {
        skipSpaces();
        if (m_position >= m_text.size() || m_text[m_position] != '"') {
            return takeToken();
        }
        const std::size_t start = m_position++;
        while (m_position < m_text.size() && m_text[m_position] != '"') {
            m_position += m_text[m_position] == '\\' ? 2 : 1;
        }
        m_position = std::min(m_position + 1, m_text.size());
        return std::string(m_text.substr(start, m_position - start));
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

} // namespace

std::optional<ScimFilter> parseScimFilter(std::string_view text)
{
    if (text.size() > LongestFilter) {
        return std::nullopt;
    }
    return FilterReader(text).readAll();
}

} // namespace proconnect::sandbox
