// SPDX-License-Identifier: MIT
#include "app/Application.h"

#include "app/AppLink.h"
#include "app/PageList.h"
#include "core/settings/MachineSettings.h"
#include "ui/notices/RequestNotices.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/ScrollAreaAccess.h"

#include <QApplication>
#include <QFontDatabase>

namespace proconnect::app {
namespace {

/// How long the key store may keep the window back. Longer, and an empty window is better than none.
constexpr std::chrono::milliseconds patience{150};
// From the numbers that Arcep keeps for works of fiction.
const QString demonstrationSupport = QStringLiteral("01 99 00 47 12");

QString supportNumberOf(const Options& options)
{
    return options.demonstration ? demonstrationSupport : MachineSettings().supportNumber();
}

} // namespace

Application::Application(const Options& options, ui::BackgroundThreads& threads, QApplication& qt)
    : m_qt(qt), m_fonts([] { (void)QFontDatabase::families(); }), m_link(options.link),
      m_settings(options.dataDirectory + QStringLiteral("/settings.ini"), MachineSettings().lockMinutes()),
      m_single(options.instance),
      m_core(options), m_services{m_core.session,       m_core.renewal,    m_core.workspace,
                                  m_core.decisions,     m_core.companies,  m_core.contactEmail,
                                  m_core.delegations,   m_core.devices,    m_core.notes,
                                  m_core.departures,    m_core.copyHealth, m_core.workstation,
                                  m_settings,           threads,           m_core.clock,
                                  m_language,           m_theme,           supportNumberOf(options),
                                  options.demonstration}
{
    if (!options.language.isEmpty()) {
        m_settings.setLanguage(options.language);
    }
}

Application::~Application() = default;

bool Application::start()
{
    if (m_single.handOver(m_link)) {
        return false;
    }
    m_single.listen();
    QObject::connect(&m_single, &SingleInstance::raiseRequested, &m_core.session,
                     [this](const QString& link) { raiseWindow(link); });

    // The key store answers while theme and language are made ready.
    m_core.session.start();
    m_language.use(m_settings.language());
    m_theme.setMode(m_settings.themeMode());
    m_theme.setTextScale(m_settings.textScale());
    m_theme.setReducedMotion(m_settings.reducedMotion());
    m_theme.applyTo(m_qt);
    ui::guardScrollAreas();
    m_window = std::make_unique<ui::MainWindow>(m_services, pageList());

    openLink(m_link);
    m_notices = std::make_unique<ui::RequestNotices>(m_core.workspace, m_core.clock);
    QObject::connect(m_notices.get(), &ui::RequestNotices::clicked, m_window.get(),
                     [this](const QString& link) { raiseWindow(link); });

    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_core.session, [this] { showWindow(); });
    // Queued behind the polish and layout of what the window now holds: shown earlier, it would be painted
    // twice.
    QObject::connect(
        &m_core.session, &SessionController::stateChanged, m_window.get(), [this] { showWindow(); },
        Qt::QueuedConnection);
    m_patience.start(patience);
    if (!m_core.store.isEmpty()) {
        m_window->prepareWork();
    }
    QObject::connect(&m_qt, &QGuiApplication::applicationStateChanged, &m_core.workspace,
                     [this](Qt::ApplicationState state) {
                         m_core.workspace.setActive(state == Qt::ApplicationActive);
                         m_notices->setWatched(state == Qt::ApplicationActive);
                     });
    return true;
}

void Application::showWindow()
{
    if (!m_shown) {
        m_shown = true;
        m_window->showWhereItWas();
        // Behind the first paint.
        QTimer::singleShot(0, &m_core.workstation, &BusWorkstation::watch);
    }
}

void Application::openLink(const QString& text)
{
    if (const auto link = parseAppLink(text); link && !link->page.isEmpty()) {
        m_window->openPage(link->page, link->target);
    }
}

void Application::raiseWindow(const QString& link)
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->setVisible(true);
    m_window->raise();
    m_window->activateWindow();
    openLink(link);
}

} // namespace proconnect::app
