// SPDX-License-Identifier: MIT
#include "ui/signin_web/SignInWebPage.h"

#include "ui/sign_in/SignInPolicy.h"

#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>

#include <utility>

namespace proconnect::ui {

SignInWebPage::SignInWebPage(QWebEngineProfile* profile, SignInPage page, bool demonstration, QObject* parent)
    : QWebEnginePage(profile, parent), m_page(std::move(page)), m_demonstration(demonstration)
{
    connect(this, &QWebEnginePage::certificateError, this, &SignInWebPage::onCertificateError);
    connect(this, &QWebEnginePage::loadStarted, this, [this] { m_explained = false; });
    connect(this, &QWebEnginePage::loadFinished, this, &SignInWebPage::onLoadFinished);
    connect(this, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo& loading) {
        if (loading.status() == QWebEngineLoadingInfo::LoadSucceededStatus) {
            m_showsFailure = false;
        } else if (loading.errorDomain() == QWebEngineLoadingInfo::HttpStatusCodeDomain) {
            m_showsFailure = loading.status() == QWebEngineLoadingInfo::LoadFailedStatus;
        }
    });
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl& origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::renderProcessTerminated, this,
            [this](RenderProcessTerminationStatus status) {
                if (status != NormalTerminationStatus) {
                    Q_EMIT failureMet({FailureCode::IdentityProviderUnavailable,
                                       QStringLiteral("the page's process ended"),
                                       {}});
                }
            });
}

bool SignInWebPage::acceptNavigationRequest(const QUrl& url, NavigationType, bool isMainFrame)
{
    if (m_completed) {
        return false;
    }
    const NavigationVerdict verdict = judgeNavigation(url, m_page, m_demonstration);
    if (!isMainFrame) {
        // A frame of another site is left empty; only the page itself can end the sign-in.
        return verdict == NavigationVerdict::Allowed;
    }
    switch (verdict) {
    case NavigationVerdict::Allowed:
        return true;
    case NavigationVerdict::Completion:
        m_completed = true;
        m_explained = true;
        Q_EMIT completionReached(url);
        return false;
    case NavigationVerdict::UnknownAddress:
        m_explained = true;
        Q_EMIT failureMet({FailureCode::UnknownAddress, {}, hostAndPort(url)});
        return false;
    case NavigationVerdict::Refused:
        m_explained = true;
        return false;
    }
    return false;
}

void SignInWebPage::onCertificateError(QWebEngineCertificateError error)
{
    error.rejectCertificate();
    if (error.url().host() == url().host() ||
        judgeNavigation(error.url(), m_page, m_demonstration) == NavigationVerdict::Allowed) {
        m_explained = true;
        Q_EMIT failureMet({FailureCode::CertificateInvalid, {}, hostAndPort(error.url())});
    }
}

void SignInWebPage::onLoadFinished(bool loaded)
{
    // A form whose target a content policy forbids ends here too, without any navigation to judge.
    if (!loaded && !m_completed && !std::exchange(m_explained, true)) {
        Q_EMIT failureMet(
            {FailureCode::IdentityProviderUnavailable, QStringLiteral("the page did not load"), {}});
    }
}

QWebEnginePage* SignInWebPage::createWindow(WebWindowType)
{
    return nullptr;
}

QStringList SignInWebPage::chooseFiles(FileSelectionMode, const QStringList&, const QStringList&)
{
    return {};
}

void SignInWebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString&, int,
                                             const QString&)
{
    // What a page writes there is not ours to keep.
}

void SignInWebPage::javaScriptAlert(const QUrl&, const QString&) {}

bool SignInWebPage::javaScriptConfirm(const QUrl&, const QString&)
{
    return false;
}

bool SignInWebPage::javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*)
{
    return false;
}

} // namespace proconnect::ui
