// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"
#include "ui/Services.h"

#include <QWidget>

class QBoxLayout;

namespace proconnect::ui {

class Banner;
class Button;
class PortalFan;
class SignInFlow;
class TextLabel;

/// C-20: what the application is for, and one button. The same at every start: no name is shown before a
/// sign-in.
class SignInScreen final : public QWidget
{
    Q_OBJECT

public:
    SignInScreen(const Services& services, SignInFlow& flow, QWidget* parent = nullptr);

    /// Why the last sign-in, or the session, ended.
    void showFailure(const Failure& failure);
    /// What a sign-out left undone, if anything.
    void showSignOut(const SignOutReport& report);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makePromise();
    QWidget* makeForm();
    QWidget* makeLanguageButton();
    void followFlow();

    const Services& m_services;
    SignInFlow& m_flow;
    QWidget* m_promise = nullptr;
    PortalFan* m_fan = nullptr;
    QBoxLayout* m_formMargins = nullptr;
    Banner* m_failure = nullptr;
    Button* m_signIn = nullptr;
    TextLabel* m_hint = nullptr;
    Button* m_cancel = nullptr;
    Button* m_browser = nullptr;
};

} // namespace proconnect::ui
