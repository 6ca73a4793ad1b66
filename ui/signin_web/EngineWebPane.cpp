// SPDX-License-Identifier: MIT
#include "ui/signin_web/EngineWebPane.h"

#include "ui/signin_web/FetchGuard.h"
#include "ui/signin_web/SignInWebPage.h"

#include <QCoreApplication>
#include <QOpenGLContext>
#include <QWebEngineDownloadRequest>
#include <QWebEngineHistory>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>

// Exported by QtGui for Qt's own libraries; Qt WebEngine calls it in its initialize().
Q_GUI_EXPORT void qt_gl_set_global_share_context(QOpenGLContext* context);

namespace proconnect::ui {
namespace {

/// The web engine dereferences the application's shared OpenGL context without looking. The program starts
/// without one, which would cost time and memory at every start; it gets one here, before the engine wakes
/// up. The pages are then drawn in software: on a computer without a graphics card, OpenGL takes seconds to
/// show the first one.
void prepareGraphics()
{
    qputenv("QT_QUICK_BACKEND", "software");
    if (!QOpenGLContext::globalShareContext()) {
        auto* context = new QOpenGLContext(QCoreApplication::instance());
        context->create();
        qt_gl_set_global_share_context(context);
    }
}

} // namespace

EngineWebPane::EngineWebPane(const SignInPage& page, bool demonstration, WebPaneEvents events)
    : m_events(std::move(events)), m_profile(std::make_unique<QWebEngineProfile>()),
      m_page(std::make_unique<SignInWebPage>(m_profile.get(), page, demonstration, nullptr)),
      m_view(new QWebEngineView)
{
    restrict(demonstration);
    m_view->setPage(m_page.get());
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAcceptDrops(false);
    connectEvents();
}

EngineWebPane::~EngineWebPane()
{
    m_page->disconnect();
    delete m_view;
}

void EngineWebPane::restrict(bool demonstration)
{
    m_profile->setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_profile->setSpellCheckEnabled(false);
    m_profile->setUrlRequestInterceptor(new FetchGuard(demonstration, m_profile.get()));
    QObject::connect(m_profile.get(), &QWebEngineProfile::downloadRequested, m_profile.get(),
                     [](QWebEngineDownloadRequest* download) { download->cancel(); });
    QWebEngineSettings& settings = *m_profile->settings();
    for (const auto off :
         {QWebEngineSettings::JavascriptCanOpenWindows, QWebEngineSettings::JavascriptCanAccessClipboard,
          QWebEngineSettings::JavascriptCanPaste, QWebEngineSettings::LocalContentCanAccessRemoteUrls,
          QWebEngineSettings::LocalContentCanAccessFileUrls, QWebEngineSettings::PluginsEnabled,
          QWebEngineSettings::PdfViewerEnabled, QWebEngineSettings::ScreenCaptureEnabled,
          QWebEngineSettings::FullScreenSupportEnabled, QWebEngineSettings::AllowRunningInsecureContent,
          QWebEngineSettings::AllowGeolocationOnInsecureOrigins, QWebEngineSettings::HyperlinkAuditingEnabled,
          QWebEngineSettings::DnsPrefetchEnabled, QWebEngineSettings::ErrorPageEnabled,
          QWebEngineSettings::NavigateOnDropEnabled}) {
        settings.setAttribute(off, false);
    }
    settings.setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

void EngineWebPane::connectEvents()
{
    SignInWebPage* page = m_page.get();
    QObject::connect(page, &QWebEnginePage::urlChanged, page, [this](const QUrl& url) {
        if (!url.isEmpty() && url.scheme() != QLatin1String("about")) {
            m_events.addressChanged(url);
        }
    });
    QObject::connect(page, &QWebEnginePage::loadStarted, page, [this] { m_events.progressed(0); });
    QObject::connect(page, &QWebEnginePage::loadProgress, page,
                     [this](int percent) { m_events.progressed(percent); });
    QObject::connect(page, &QWebEnginePage::loadFinished, page, [this] { m_events.progressed(100); });
    QObject::connect(page, &SignInWebPage::completionReached, page,
                     [this](const QUrl& reached) { m_events.completed(reached); });
    QObject::connect(page, &SignInWebPage::failureMet, page,
                     [this](const Failure& failure) { m_events.failed(failure); });
}

QWidget* EngineWebPane::widget()
{
    return m_view;
}

void EngineWebPane::open(const QUrl& start)
{
    m_page->load(start);
}

bool EngineWebPane::back()
{
    if (!m_page->history()->canGoBack()) {
        return false;
    }
    m_page->triggerAction(QWebEnginePage::Back);
    return true;
}

bool EngineWebPane::leaveFailure()
{
    // Without an answer, the page before is still the one in view.
    return m_page->showsFailure() ? back() : m_page->history()->count() > 0;
}

void EngineWebPane::reload()
{
    m_page->triggerAction(QWebEnginePage::Reload);
}

} // namespace proconnect::ui

extern "C" Q_DECL_EXPORT proconnect::ui::WebPane*
proconnectMakeWebPane(const proconnect::SignInPage& page, bool demonstration,
                      const proconnect::ui::WebPaneEvents& events)
{
    proconnect::ui::prepareGraphics();
    return new proconnect::ui::EngineWebPane(page, demonstration, events);
}
