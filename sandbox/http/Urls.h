// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace proconnect::sandbox {

/// Percent-encodes everything but RFC 3986's unreserved characters.
[[nodiscard]] std::string encodeUrl(std::string_view text);

/// The fields of an application/x-www-form-urlencoded text, repetitions kept.
[[nodiscard]] std::multimap<std::string, std::string> decodeForm(std::string_view text);

/// Adds a query to an address that may already have one.
[[nodiscard]] std::string withQuery(const std::string& address, const std::string& query);

/// Value of a cookie in a Cookie header; empty when absent.
[[nodiscard]] std::string cookieValue(const std::string& header, const std::string& name);

/// The token of "Bearer ..."; empty when the header holds something else.
[[nodiscard]] std::string bearerToken(const std::string& header);

} // namespace proconnect::sandbox
