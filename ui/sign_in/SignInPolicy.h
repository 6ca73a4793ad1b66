// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"

#include <QUrl>

namespace proconnect::ui {

/// What a navigation of the sign-in window is.
enum class NavigationVerdict {
    Allowed,        ///< a recognised sign-in page
    Completion,     ///< the page that ends the sign-in; it is never loaded
    UnknownAddress, ///< another site: the page is blocked and the user told
    Refused,        ///< another scheme, or not encrypted: ignored
};

/// Judges the address of a page. Only https, and http on loopback in demonstration. Hosts are compared
/// exactly, with their port; the completion page by scheme, host, port and path.
[[nodiscard]] NavigationVerdict judgeNavigation(const QUrl& url, const SignInPage& page, bool demonstration);

/// True when a page may fetch `url` (pictures, styles, scripts): encrypted, or loopback in demonstration.
[[nodiscard]] bool mayFetch(const QUrl& url, bool demonstration);

/// "app.franceconnect.gouv.fr", with the port when it is not the scheme's own.
[[nodiscard]] QString hostAndPort(const QUrl& url);

} // namespace proconnect::ui
