// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sign_in/WebPane.h"

#include <QWebEngineCertificateError>
#include <QWebEnginePage>

namespace proconnect::ui {

/// A page that goes nowhere but to recognised sign-in pages, and stops before the completion page.
class SignInWebPage final : public QWebEnginePage
{
    Q_OBJECT

public:
    SignInWebPage(QWebEngineProfile* profile, SignInPage page, bool demonstration, QObject* parent);

    /// Whether the page in view is an answer with an error status (RFC 9110, 4xx or 5xx).
    [[nodiscard]] bool showsFailure() const { return m_showsFailure; }

Q_SIGNALS:
    void completionReached(const QUrl& reached);
    void failureMet(const proconnect::Failure& failure);

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage* createWindow(WebWindowType type) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& old,
                            const QStringList& types) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
                                  const QString& source) override;
    void javaScriptAlert(const QUrl& origin, const QString& message) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& message) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& message, const QString& initial,
                          QString* result) override;

private:
    void onCertificateError(QWebEngineCertificateError error);
    void onLoadFinished(bool loaded);

    SignInPage m_page;
    bool m_demonstration;
    bool m_completed = false;
    bool m_showsFailure = false;
    bool m_explained = false; ///< the failed load that follows was already told, or is no failure
};

} // namespace proconnect::ui
