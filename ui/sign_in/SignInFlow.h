// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"
#include "core/session/SignInRenewal.h"
#include "ui/Services.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace proconnect::ui {

class SignInWaitDialog;
class SignInWindow;

/// Leads a sign-in from the click to its end: opens the transaction, shows the page or hands over to the
/// browser, and closes everything when the session says how it ended. After a sign-out it ends
/// FranceConnect's own session the same way.
class SignInFlow final : public QObject
{
    Q_OBJECT

public:
    enum class Step { Idle, Preparing, PageOpen, BrowserOpen };

    SignInFlow(const Services& services, QWidget* window);
    ~SignInFlow() override;

    [[nodiscard]] Step step() const { return m_step; }
    void beginEmbedded();
    void beginInBrowser();
    /// A newer sign-in for an act that waits: its page says why, and a dialog over the window stands for the
    /// sign-in while there is no page. Does nothing while a sign-in is under way.
    void renew(SignInReason reason, SignInStrength strength);
    void cancel();

Q_SIGNALS:
    void stepChanged();
    /// `reason`: what it was for, when an act waited.
    void failed(const proconnect::Failure& failure, std::optional<proconnect::SignInReason> reason);

private:
    void begin(SessionController::Browser browser);
    void onPageReady(const SignInPage& page);
    void onFailed(const Failure& failure);
    void switchToBrowser();
    void setStep(Step step);
    void closeWindow();
    void showWaiting();

    const Services& m_services;
    QWidget* m_parentWindow;
    QPointer<SignInWindow> m_page;
    QPointer<SignInWaitDialog> m_waiting;
    QTimer m_patience;
    SessionController::Browser m_browser = SessionController::Browser::Embedded;
    Step m_step = Step::Idle;
    std::optional<SignInReason> m_reason;
    SignInStrength m_strength = SignInStrength::Ordinary;
};

} // namespace proconnect::ui
