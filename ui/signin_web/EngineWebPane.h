// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sign_in/WebPane.h"

#include <QPointer>

#include <memory>

class QWebEngineProfile;
class QWebEngineView;

namespace proconnect::ui {

class SignInWebPage;

/// A web view with a profile of its own that keeps nothing on disk and ends with it.
class EngineWebPane final : public WebPane
{
public:
    EngineWebPane(const SignInPage& page, bool demonstration, WebPaneEvents events);
    ~EngineWebPane() override;

    [[nodiscard]] QWidget* widget() override;
    void open(const QUrl& start) override;
    bool back() override;
    bool leaveFailure() override;
    void reload() override;

private:
    void restrict(bool demonstration);
    void connectEvents();

    WebPaneEvents m_events;
    // Members die in reverse order: a page has to go before its profile. The window owns the view and may go
    // first.
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<SignInWebPage> m_page;
    QPointer<QWebEngineView> m_view;
};

} // namespace proconnect::ui
