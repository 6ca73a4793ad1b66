// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInFlow.h"

#include "ui/sign_in/SignInWindow.h"

#include <QDesktopServices>
#include <QWidget>

#include <utility>

namespace proconnect::ui {

SignInFlow::SignInFlow(const Services& services, QWidget* window)
    : QObject(window), m_services(services), m_parentWindow(window)
{
    SessionController& session = services.session;
    connect(&session, &SessionController::signInPageReady, this, &SignInFlow::onPageReady);
    connect(&session, &SessionController::signInFailed, this, &SignInFlow::onFailed);
    connect(&session, &SessionController::signedIn, this, [this] {
        closeWindow();
        setStep(Step::Idle);
        m_parentWindow->activateWindow();
    });
}

SignInFlow::~SignInFlow()
{
    closeWindow();
}

void SignInFlow::beginEmbedded()
{
    begin(SessionController::Browser::Embedded);
}

void SignInFlow::beginInBrowser()
{
    begin(SessionController::Browser::System);
}

void SignInFlow::begin(SessionController::Browser browser)
{
    if (m_step != Step::Idle) {
        return;
    }
    m_browser = browser;
    setStep(Step::Preparing);
    m_services.session.beginSignIn(browser);
}

void SignInFlow::onPageReady(const SignInPage& page)
{
    if (m_browser == SessionController::Browser::System) {
        QDesktopServices::openUrl(page.start);
        setStep(Step::BrowserOpen);
        return;
    }
    closeWindow();
    auto* window = new SignInWindow(m_services, page, m_parentWindow);
    if (!window->usable()) {
        delete window;
        switchToBrowser();
        return;
    }
    m_page = window;
    connect(window, &SignInWindow::completed, this,
            [this](const QUrl& reached) { m_services.session.completeSignIn(reached); });
    connect(window, &SignInWindow::abandoned, this,
            [this](const Failure& why) { m_services.session.abandonSignIn(why); });
    connect(window, &SignInWindow::browserRequested, this, &SignInFlow::switchToBrowser);
    setStep(Step::PageOpen);
    window->openStartPage();
}

void SignInFlow::switchToBrowser()
{
    // The page's transaction ends here; the browser gets one of its own.
    m_switching = true;
    m_services.session.abandonSignIn({FailureCode::Cancelled, {}, {}});
    m_switching = false;
    closeWindow();
    setStep(Step::Idle);
    begin(SessionController::Browser::System);
}

void SignInFlow::onFailed(const Failure& failure)
{
    if (m_switching) {
        return;
    }
    closeWindow();
    setStep(Step::Idle);
    Q_EMIT failed(failure);
}

void SignInFlow::cancel()
{
    m_services.session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
}

void SignInFlow::closeWindow()
{
    if (SignInWindow* window = std::exchange(m_page, nullptr)) {
        // Its page may still be on the call stack.
        window->hide();
        window->deleteLater();
    }
}

void SignInFlow::setStep(Step step)
{
    if (step != m_step) {
        m_step = step;
        Q_EMIT stepChanged();
    }
}

} // namespace proconnect::ui
