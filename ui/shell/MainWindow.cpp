// SPDX-License-Identifier: MIT
#include "ui/shell/MainWindow.h"

#include "core/session/SessionController.h"
#include "core/sync/DecisionDesk.h"
#include "core/sync/Workspace.h"
#include "ui/UiSettings.h"
#include "ui/shell/QuitDialog.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/SignInFlow.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/text/Language.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr QLatin1String geometryName("main-window");
/// Longest wait for the service to take a decision when quitting.
constexpr int longestWaitMs = 5000;
constexpr int defaultWidth = 1280;
constexpr int defaultHeight = 800;
constexpr int smallestWidth = 1024;
constexpr int smallestHeight = 640;

bool undecided(const DecisionDesk& decisions)
{
    const QList<PendingDecision> pending = decisions.pending();
    return std::any_of(pending.begin(), pending.end(),
                       [](const auto& one) { return one.stage == PendingDecision::Stage::Undoable; });
}

} // namespace

MainWindow::MainWindow(const Services& services, std::vector<PageEntry> entries)
    : m_services(services), m_entries(std::move(entries)), m_stack(new QStackedLayout(this)),
      m_flow(new SignInFlow(m_services, this))
{
    setMinimumSize(smallestWidth, smallestHeight);
    new FocusRing(m_services.theme, this);
    SessionController& session = m_services.session;
    connect(&session, &SessionController::stateChanged, this, &MainWindow::followSession);
    connect(&session, &SessionController::profileChanged, this, &MainWindow::followSession);
    connect(&session, &SessionController::signedOut, this, &MainWindow::onSignInFailed);
    connect(&m_services.workspace, &Workspace::snapshotChanged, this, &MainWindow::followSession);
    connect(&m_services.decisions, &DecisionDesk::signInNeeded, m_flow, &SignInFlow::beginEmbedded);
    connect(m_flow, &SignInFlow::failed, this, &MainWindow::onSignInFailed);
    // Built again later: the change comes from a control of the page that goes.
    connect(&m_services.theme, &Theme::textScaleChanged, this, &MainWindow::rebuild, Qt::QueuedConnection);
    connect(&m_services.language, &Language::changed, this, &MainWindow::rebuild, Qt::QueuedConnection);
    followSession();
}

MainWindow::~MainWindow() = default;

void MainWindow::openPage(const QString& id, const QString& target)
{
    if (m_work && m_view == View::Work) {
        m_work->openPage(id, target);
    }
}

void MainWindow::prepareWork()
{
    placeWhereItWas();
    makeWork();
    m_work->prepare(m_entries.front().id);
}

void MainWindow::placeWhereItWas()
{
    if (std::exchange(m_placed, true)) {
        return;
    }
    if (!restoreGeometry(m_services.settings.geometry(geometryName))) {
        resize(defaultWidth, defaultHeight);
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        move(room.center() - QPoint(width() / 2, height() / 2));
    }
}

void MainWindow::showWhereItWas()
{
    placeWhereItWas();
    // A layout tells the ones above it of its change only once it is shown; untold, the first picture would
    // move.
    for (QWidget* widget : findChildren<QWidget*>()) {
        widget->updateGeometry();
    }
    for (QLayout* layout : findChildren<QLayout*>()) {
        layout->invalidate();
    }
    show();
}

MainWindow::View MainWindow::wantedView() const
{
    using State = SessionController::State;
    const bool hasData = m_services.workspace.snapshot() != nullptr;
    switch (m_services.session.state()) {
    case State::Starting:
        // The copy of last time is shown while the key store answers.
        return hasData ? View::Work : View::None;
    case State::SignedOut:
        return View::SignIn;
    case State::SigningIn:
        // A newer sign-in for a decision leaves the page where it is.
        return m_view == View::Work || m_view == View::Attach ? m_view : View::SignIn;
    case State::SignedIn:
        return m_adding || m_services.session.profile().companies.isEmpty() ? View::Attach : View::Work;
    }
    return View::None;
}

void MainWindow::followSession()
{
    const View wanted = wantedView();
    if (wanted != m_view) {
        showView(wanted);
    }
}

void MainWindow::showView(View view)
{
    m_view = view;
    switch (view) {
    case View::None:
        break;
    case View::SignIn:
        // Nothing of the person stays behind, not even unseen.
        delete std::exchange(m_work, nullptr);
        delete std::exchange(m_attach, nullptr);
        m_adding = false;
        buildSignIn();
        m_stack->setCurrentWidget(m_signIn);
        break;
    case View::Attach:
        buildAttach();
        m_stack->setCurrentWidget(m_attach);
        m_attach->begin();
        break;
    case View::Work:
        buildWork();
        m_stack->setCurrentWidget(m_work);
        delete std::exchange(m_attach, nullptr);
        delete std::exchange(m_signIn, nullptr);
        break;
    }
    updateTitle();
}

void MainWindow::buildSignIn()
{
    if (m_signIn) {
        return;
    }
    m_signIn = new SignInScreen(m_services, *m_flow);
    m_stack->addWidget(m_signIn);
}

void MainWindow::buildAttach()
{
    if (m_attach) {
        return;
    }
    m_attach = new AttachScreen(m_services);
    m_stack->addWidget(m_attach);
    connect(m_attach, &AttachScreen::attached, this, [this](const QString& siren) {
        m_adding = false;
        m_services.workspace.selectCompany(siren);
        QTimer::singleShot(0, this, &MainWindow::followSession);
    });
    connect(m_attach, &AttachScreen::cancelled, this, [this] {
        m_adding = false;
        QTimer::singleShot(0, this, &MainWindow::followSession);
    });
    connect(m_attach, &AttachScreen::signOutRequested, this, [this] { m_services.session.signOut(); });
}

void MainWindow::buildWork()
{
    if (!m_work) {
        makeWork();
    }
    if (m_work->currentPage().isEmpty()) {
        m_work->openPage(m_entries.front().id, {}, false);
    }
}

void MainWindow::makeWork()
{
    m_work = new WorkView(m_services, m_entries);
    // Laid out once, at the size that it will have.
    m_work->resize(size());
    m_work->fit(size());
    m_stack->addWidget(m_work);
    connect(m_work, &WorkView::pageChanged, this, &MainWindow::updateTitle);
    connect(m_work, &WorkView::signOutRequested, this, [this] { m_services.session.signOut(); });
    connect(m_work, &WorkView::addCompanyRequested, this, [this] {
        m_adding = true;
        followSession();
    });
}

void MainWindow::rebuild()
{
    const QString page = m_work ? m_work->currentPage() : QString();
    delete std::exchange(m_work, nullptr);
    delete std::exchange(m_attach, nullptr);
    delete std::exchange(m_signIn, nullptr);
    showView(m_view);
    if (m_work && !page.isEmpty()) {
        m_work->openPage(page);
    }
}

void MainWindow::onSignInFailed(const Failure& failure)
{
    followSession();
    if (m_signIn) {
        m_signIn->showFailure(failure);
    }
}

void MainWindow::updateTitle()
{
    const QString page = m_view == View::Work && m_work ? m_work->pageTitle() : QString();
    setWindowTitle(page.isEmpty() ? qtTrId("app.name") : qtTrId("window.title").arg(page));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_quitting && m_view == View::Work && undecided(m_services.decisions)) {
        event->ignore();
        askBeforeQuitting();
        return;
    }
    m_services.settings.setGeometry(geometryName, saveGeometry());
    event->accept();
}

void MainWindow::askBeforeQuitting()
{
    auto* dialog = new QuitDialog(m_services.theme, this);
    m_services.decisions.setCountdownPaused(true);
    connect(dialog, &QDialog::finished, this, [this] { m_services.decisions.setCountdownPaused(false); });
    connect(dialog, &QuitDialog::sendChosen, this, [this] {
        for (const PendingDecision& one : m_services.decisions.pending()) {
            if (one.stage == PendingDecision::Stage::Undoable) {
                m_services.decisions.sendNow(one.decision.id);
            }
        }
        m_quitting = true;
        quitWhenSent();
    });
    connect(dialog, &QuitDialog::dropChosen, this, [this] {
        for (const PendingDecision& one : m_services.decisions.pending()) {
            if (one.stage == PendingDecision::Stage::Undoable) {
                m_services.decisions.undo(one.decision.id);
            }
        }
        m_quitting = true;
        close();
    });
    dialog->open();
}

void MainWindow::quitWhenSent()
{
    // A decision that cannot leave now is kept encrypted and asked about at the next start: no need to wait
    // for it.
    const auto sending = [this] {
        const QList<PendingDecision> pending = m_services.decisions.pending();
        return std::any_of(pending.begin(), pending.end(),
                           [](const auto& one) { return one.stage == PendingDecision::Stage::Sending; });
    };
    if (!sending()) {
        close();
        return;
    }
    connect(&m_services.decisions, &DecisionDesk::pendingChanged, this, [this, sending] {
        if (!sending()) {
            close();
        }
    });
    QTimer::singleShot(longestWaitMs, this, &QWidget::close);
}

} // namespace proconnect::ui
