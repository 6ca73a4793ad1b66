// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"

#include <functional>

class QWidget;

namespace proconnect::ui {

/// What a web pane tells. Called in the thread of the windows; never after the pane was deleted.
struct WebPaneEvents
{
    std::function<void(const QUrl& address)> addressChanged;
    /// How much of the page is there; 100 when nothing more comes, loaded or not.
    std::function<void(int percent)> progressed;
    /// The completion page was reached; nothing of it was loaded. Told once.
    std::function<void(const QUrl& reached)> completed;
    /// A page was blocked or could not be loaded.
    std::function<void(const Failure& failure)> failed;
};

/// The web page of a sign-in, and nothing around it. Made by the library proconnect-signin-web, which is
/// opened when a sign-in starts. Deleting it wipes the profile: cookies, storage and history end with it.
class WebPane
{
public:
    virtual ~WebPane() = default;

    [[nodiscard]] virtual QWidget* widget() = 0;
    virtual void open(const QUrl& start) = 0;
    /// False when there is no page to go back to.
    virtual bool back() = 0;
    /// Away from what failed to load: to the page before, or to the one that is still there. False when
    /// there is none: a server's own words about its failure are nobody's to read.
    virtual bool leaveFailure() = 0;
    virtual void reload() = 0;
};

/// The library's one entry point, by this name.
using MakeWebPane = WebPane* (*)(const SignInPage& page, bool demonstration, const WebPaneEvents& events);
constexpr const char* makeWebPaneSymbol = "proconnectMakeWebPane";

} // namespace proconnect::ui
