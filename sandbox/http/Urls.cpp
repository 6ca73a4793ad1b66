// SPDX-License-Identifier: MIT
#include "sandbox/http/Urls.h"

#include <QUrl>

#include <sstream>

namespace proconnect::sandbox {

namespace {

std::string decodePart(std::string_view part)
{
    std::string spaced(part);
    for (char& character : spaced) {
        character = character == '+' ? ' ' : character;
    }
    return QByteArray::fromPercentEncoding(QByteArray::fromStdString(spaced)).toStdString();
}

} // namespace

std::string encodeUrl(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toPercentEncoding().toStdString();
}

std::multimap<std::string, std::string> decodeForm(std::string_view text)
{
    std::multimap<std::string, std::string> fields;
    std::istringstream stream{std::string(text)};
    for (std::string pair; std::getline(stream, pair, '&');) {
        const std::size_t equals = pair.find('=');
        const std::string_view whole(pair);
        if (!pair.empty()) {
            fields.emplace(decodePart(whole.substr(0, equals)), equals == std::string::npos
                                                                    ? std::string()
                                                                    : decodePart(whole.substr(equals + 1)));
        }
    }
    return fields;
}

std::string withQuery(const std::string& address, const std::string& query)
{
    return address + (address.find('?') == std::string::npos ? '?' : '&') + query;
}

std::string cookieValue(const std::string& header, const std::string& name)
{
    std::istringstream stream(header);
    for (std::string pair; std::getline(stream, pair, ';');) {
        pair.erase(0, pair.find_first_not_of(' '));
        if (pair.rfind(name + '=', 0) == 0) {
            return pair.substr(name.size() + 1);
        }
    }
    return {};
}

std::string bearerToken(const std::string& header)
{
    constexpr std::string_view Prefix = "Bearer ";
    return header.rfind(Prefix, 0) == 0 ? header.substr(Prefix.size()) : std::string();
}

} // namespace proconnect::sandbox
