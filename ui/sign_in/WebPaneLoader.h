// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sign_in/WebPane.h"

#include <memory>

namespace proconnect::ui {

/// True when the web engine's own sandbox has to be off: the demonstration run as root. Said on screen.
[[nodiscard]] bool webSandboxIsOff(bool demonstration);

/// Opens the web library and makes a pane; null when the library cannot be opened or must not be (root
/// outside of the demonstration): the sign-in then goes on in the user's own browser.
[[nodiscard]] std::unique_ptr<WebPane> loadWebPane(const SignInPage& page, bool demonstration,
                                                   const WebPaneEvents& events);

} // namespace proconnect::ui
