// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace proconnect::app {

/// A page of the application, and what to open there; both empty: only the window.
struct AppLink
{
    QString page;
    QString target;

    friend bool operator==(const AppLink&, const AppLink&) = default;
};

/// What a proconnect: address names: "proconnect:", "proconnect:requests",
/// "proconnect://requests/PC-2026-001021". Any program and any web page can send one, so it may only name a
/// page of a fixed list, and a request by its reference; nothing for every other text.
[[nodiscard]] std::optional<AppLink> parseAppLink(const QString& text);

} // namespace proconnect::app
