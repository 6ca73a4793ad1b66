// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace httplib {
struct Response;
}

namespace proconnect::sandbox {

/// Text from outside as HTML text or attribute value. Nothing else may put outside text on a page.
[[nodiscard]] std::string escapeHtml(std::string_view text);

/// Sends a French page with the common style. title is plain text, body is HTML.
void sendPage(httplib::Response& response, std::string_view title, const std::string& body, int status = 200);

/// The common style sheet, served at /style.css by each listener with pages.
[[nodiscard]] const std::string& styleSheet();

} // namespace proconnect::sandbox
