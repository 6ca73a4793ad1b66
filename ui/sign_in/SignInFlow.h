// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"
#include "ui/Services.h"

#include <QPointer>

namespace proconnect::ui {

class SignInWindow;

/// Leads a sign-in from the click to its end: opens the transaction, shows the page or hands over to the
/// browser, and closes everything when the session says how it ended.
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
    void cancel();

Q_SIGNALS:
    void stepChanged();
    void failed(const proconnect::Failure& failure);

private:
    void begin(SessionController::Browser browser);
    void onPageReady(const SignInPage& page);
    void onFailed(const Failure& failure);
    void switchToBrowser();
    void setStep(Step step);
    void closeWindow();

    const Services& m_services;
    QWidget* m_parentWindow;
    QPointer<SignInWindow> m_page;
    SessionController::Browser m_browser = SessionController::Browser::Embedded;
    Step m_step = Step::Idle;
    bool m_switching = false;
};

} // namespace proconnect::ui
