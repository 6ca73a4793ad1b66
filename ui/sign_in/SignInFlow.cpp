// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInFlow.h"

#include "ui/sign_in/SignInWaitDialog.h"
#include "ui/sign_in/SignInWindow.h"
#include "ui/sign_in/SignOutVisit.h"

#include <QDesktopServices>
#include <QWidget>

#include <chrono>
#include <utility>

namespace proconnect::ui {
namespace {

/// A dialog that comes and goes within less only flickers.
constexpr std::chrono::milliseconds beforeDialog{300};

} // namespace

SignInFlow::SignInFlow(const Services& services, QWidget* window)
    : QObject(window), m_services(services), m_parentWindow(window)
{
    SessionController& session = services.session;
    connect(&session, &SessionController::signInPageReady, this, &SignInFlow::onPageReady);
    connect(&session, &SessionController::signInFailed, this, &SignInFlow::onFailed);
    connect(&session, &SessionController::signedIn, this, [this] {
        closeWindow();
        m_reason.reset();
        m_strength = SignInStrength::Ordinary;
        setStep(Step::Idle);
        m_parentWindow->activateWindow();
    });
    connect(&session, &SessionController::signOutEnded, this, [this](const SignOutReport& report) {
        if (!report.leaving.start.isEmpty()) {
            new SignOutVisit(report, m_services.demonstration, this);
        }
    });
    connect(&services.renewal, &SignInRenewal::wanted, this, &SignInFlow::renew);
    m_patience.setSingleShot(true);
    m_patience.setInterval(beforeDialog);
    connect(&m_patience, &QTimer::timeout, this, &SignInFlow::showWaiting);
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

void SignInFlow::renew(SignInReason reason, SignInStrength strength)
{
    if (m_step == Step::Idle) {
        m_reason = reason;
        m_strength = strength;
        begin(SessionController::Browser::Embedded);
    }
}

void SignInFlow::begin(SessionController::Browser browser)
{
    if (m_step != Step::Idle) {
        return;
    }
    m_browser = browser;
    setStep(Step::Preparing);
    m_services.session.beginSignIn(browser, m_strength);
}

void SignInFlow::onPageReady(const SignInPage& page)
{
    if (m_browser == SessionController::Browser::System) {
        QDesktopServices::openUrl(page.start);
        setStep(Step::BrowserOpen);
        return;
    }
    closeWindow();
    auto* window = new SignInWindow(m_services, page, m_reason, m_parentWindow);
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
    // The browser gets a transaction of its own, which takes the place of the page's: whoever waits for the
    // sign-in goes on waiting.
    closeWindow();
    m_browser = SessionController::Browser::System;
    setStep(Step::Preparing);
    m_services.session.beginSignIn(m_browser, m_strength);
}

void SignInFlow::onFailed(const Failure& failure)
{
    closeWindow();
    const auto reason = std::exchange(m_reason, std::nullopt);
    m_strength = SignInStrength::Ordinary;
    setStep(Step::Idle);
    Q_EMIT failed(failure, reason);
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
    if (step == m_step) {
        return;
    }
    m_step = step;
    if (step == Step::BrowserOpen) {
        showWaiting();
    } else if (step == Step::Preparing && m_reason && !m_waiting) {
        m_patience.start();
    } else if (step == Step::PageOpen || step == Step::Idle) {
        m_patience.stop();
        if (SignInWaitDialog* dialog = std::exchange(m_waiting, nullptr)) {
            dialog->over();
        }
    }
    Q_EMIT stepChanged();
}

void SignInFlow::showWaiting()
{
    m_patience.stop();
    if (!m_reason) {
        return; // the sign-in screen says it itself
    }
    if (!m_waiting) {
        m_waiting = new SignInWaitDialog(m_services.theme, *m_reason, m_parentWindow);
        connect(m_waiting, &SignInWaitDialog::cancelled, this, &SignInFlow::cancel);
        m_waiting->open();
    }
    m_waiting->setInBrowser(m_step == Step::BrowserOpen);
}

} // namespace proconnect::ui
