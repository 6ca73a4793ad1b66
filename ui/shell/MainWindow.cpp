// SPDX-License-Identifier: MIT
#include "ui/shell/MainWindow.h"

#include "core/model/DeviceSession.h"
#include "core/session/SessionController.h"
#include "core/sync/DecisionDesk.h"
#include "core/sync/Workspace.h"
#include "ui/UiSettings.h"
#include "ui/shell/LeaveGuard.h"
#include "ui/shell/ScreenLock.h"
#include "ui/shell/WorkView.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/LockScreen.h"
#include "ui/sign_in/OtherPersonDialog.h"
#include "ui/sign_in/SignInFlow.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/text/Language.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedLayout>
#include <QTimer>

#include <chrono>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr QLatin1String geometryName("main-window");
/// The key store of an unlocked session answers within less.
constexpr std::chrono::seconds beforeWaiting{1};
constexpr int defaultWidth = 1280;
constexpr int defaultHeight = 800;
constexpr int smallestWidth = 1024;
constexpr int smallestHeight = 640;

} // namespace

MainWindow::MainWindow(const Services& services, std::vector<PageEntry> entries)
    : m_services(services), m_entries(std::move(entries)), m_stack(new QStackedLayout(this)),
      m_flow(new SignInFlow(m_services, this)),
      m_leaving(new LeaveGuard(m_services.session, m_services.decisions, m_services.theme, this)),
      m_lock(new ScreenLock(m_services, this))
{
    // On a screen that is smaller, the window still shows all of itself.
    setMinimumSize(
        QSize(smallestWidth, smallestHeight).boundedTo(QGuiApplication::primaryScreen()->availableSize()));
    new FocusRing(m_services.theme, this);
    SessionController& session = m_services.session;
    connect(&session, &SessionController::stateChanged, this, &MainWindow::followSession);
    connect(&session, &SessionController::profileChanged, this, &MainWindow::followSession);
    connect(&session, &SessionController::signedOut, this, &MainWindow::onSignedOut);
    connect(&session, &SessionController::signOutEnded, this, [this](const SignOutReport& report) {
        if (m_signIn) {
            m_signIn->showSignOut(report);
        }
    });
    connect(&m_services.workspace, &Workspace::snapshotChanged, this, &MainWindow::followSession);
    connect(&m_services.decisions, &DecisionDesk::signInNeeded, this,
            [this](SignInStrength strength) { renewForDecision(strength); });
    connect(m_flow, &SignInFlow::failed, this, &MainWindow::onSignInFailed);
    connect(m_lock, &ScreenLock::reasonChanged, this, &MainWindow::buildLocked);
    // Built again later: the change comes from a control of the page that goes.
    connect(&m_services.theme, &Theme::textScaleChanged, this, &MainWindow::rebuild, Qt::QueuedConnection);
    connect(&m_services.language, &Language::changed, this, &MainWindow::rebuild, Qt::QueuedConnection);
    followSession();
    QTimer::singleShot(beforeWaiting, this, [this] {
        if (m_view == View::None) {
            sayWhatIsAwaited();
        }
    });
}

MainWindow::~MainWindow() = default;

void MainWindow::sayWhatIsAwaited()
{
    auto* label = new TextLabel(qtTrId("start.waiting"), TextStyle::H3, TextLabel::Ink::Muted);
    label->wrapped()->setAlignment(Qt::AlignCenter);
    label->setContentsMargins(m_services.theme.px(64), 0, m_services.theme.px(64), 0);
    m_stack->addWidget(label);
    m_stack->setCurrentWidget(label);
}

void MainWindow::openPage(const QString& id, const QString& target)
{
    if (QApplication::activeModalWidget()) {
        return;
    }
    if (m_work && m_view == View::Work) {
        m_work->openPage(id, target);
    } else {
        m_wantedPage = id;
        m_wantedTarget = target;
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
    // Qt has posted a repaint to each child that it showed. Taken now, the first paint answers them all;
    // taken after it, the whole window would be painted twice.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateLater);
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
    case State::SigningIn: // a newer sign-in for an act leaves the state SignedIn
        return View::SignIn;
    case State::Locked:
        return View::Locked;
    case State::SignedIn:
        return m_adding || m_services.session.profile().companies.isEmpty() ? View::Attach : View::Work;
    }
    return View::None;
}

void MainWindow::followSession()
{
    if (m_services.session.state() == SessionController::State::SignedIn) {
        m_owner = m_services.session.profile().subject;
    }
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
        keepInterrupted();
        dropAllBut(m_signIn);
        buildSignIn();
        m_stack->setCurrentWidget(m_signIn);
        break;
    case View::Locked:
        rejectDialogs(*this);
        keepInterrupted();
        dropAllBut(m_locked);
        buildLocked();
        m_stack->setCurrentWidget(m_locked);
        break;
    case View::Attach:
        buildAttach();
        m_stack->setCurrentWidget(m_attach);
        delete std::exchange(m_locked, nullptr);
        m_attach->begin();
        break;
    case View::Work:
        buildWork();
        m_stack->setCurrentWidget(m_work);
        dropAllBut(m_work);
        break;
    }
    updateTitle();
}

void MainWindow::dropAllBut(const QWidget* view)
{
    // Nothing of the person stays behind in a window, not even unseen.
    const auto drop = [view](auto*& one) {
        if (one != view) {
            delete std::exchange(one, nullptr);
        }
    };
    drop(m_work);
    drop(m_attach);
    drop(m_signIn);
    drop(m_locked);
    m_adding = false;
}

void MainWindow::buildSignIn()
{
    if (m_signIn) {
        return;
    }
    m_signIn = new SignInScreen(m_services, *m_flow);
    m_stack->addWidget(m_signIn);
}

void MainWindow::buildLocked()
{
    if (!m_locked) {
        m_locked = new LockScreen(m_services, *m_flow);
        m_stack->addWidget(m_locked);
    }
    m_locked->explain(m_lock->reason(), m_services.settings.lockMinutes());
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
    connect(m_attach, &AttachScreen::signOutRequested, this, &MainWindow::signOut);
}

void MainWindow::buildWork()
{
    if (!m_work) {
        makeWork();
    }
    if (m_work->currentPage().isEmpty()) {
        m_work->openPage(m_entries.front().id, {}, false);
    }
    resumeInterrupted();
    if (const QString page = std::exchange(m_wantedPage, {}); !page.isEmpty()) {
        m_work->openPage(page, std::exchange(m_wantedTarget, {}));
    }
}

void MainWindow::keepInterrupted()
{
    if (m_work) {
        m_interrupted = {m_owner, m_work->currentPage(), m_work->drafts()};
    }
}

void MainWindow::resumeInterrupted()
{
    const Interrupted interrupted = std::exchange(m_interrupted, {});
    if (!m_owner.isEmpty() && interrupted.subject == m_owner) {
        m_work->setDrafts(interrupted.drafts);
        m_work->openPage(interrupted.page);
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
    connect(m_work, &WorkView::signInRequested, this, [this] {
        SignInStrength strength = SignInStrength::Ordinary;
        for (const PendingDecision& pending : m_services.decisions.pending()) {
            if (pending.stage == PendingDecision::Stage::AwaitingSignIn) {
                strength = std::max(strength, pending.signIn);
            }
        }
        renewForDecision(strength);
    });
    connect(m_work, &WorkView::signOutRequested, this, &MainWindow::signOut);
    // Queued: the lock takes away the view whose shortcut this is.
    connect(m_work, &WorkView::lockRequested, m_lock, &ScreenLock::lockNow, Qt::QueuedConnection);
    connect(m_work, &WorkView::addCompanyRequested, this, [this] {
        m_adding = true;
        followSession();
    });
}

void MainWindow::renewForDecision(SignInStrength strength)
{
    const bool strong = strength == SignInStrength::HighEffect;
    m_flow->renew(strong ? SignInReason::GrantingRights : SignInReason::Decision, strength);
}

void MainWindow::rebuild()
{
    keepInterrupted();
    const bool adding = m_adding;
    dropAllBut(nullptr);
    m_adding = adding;
    showView(m_view);
}

void MainWindow::onSignInFailed(const Failure& failure, std::optional<SignInReason> reason)
{
    followSession();
    const bool givenUp =
        failure.code == FailureCode::SignInAbandoned || failure.code == FailureCode::Cancelled;
    if (m_signIn) {
        m_signIn->showFailure(failure);
    } else if (m_locked) {
        m_locked->showFailure(failure);
    } else if (m_work && !givenUp &&
               (reason == SignInReason::Decision || reason == SignInReason::GrantingRights)) {
        // Other acts say it where they were begun.
        m_work->showSignInFailure(failure);
    }
    if (failure.code == FailureCode::SignInOtherPerson) {
        offerOtherPerson(failure);
    }
}

void MainWindow::onSignedOut(const Failure& why)
{
    if (why.code == FailureCode::Cancelled || why.argument == endedElsewhere) {
        m_interrupted = {}; // the person left of their own will
    }
    followSession();
    if (m_signIn) {
        m_signIn->showFailure(why);
    }
}

void MainWindow::updateTitle()
{
    const QString page = m_view == View::Work && m_work ? m_work->pageTitle() : QString();
    setWindowTitle(page.isEmpty() ? qtTrId("app.name") : qtTrId("window.title").arg(page));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_quitting && !m_leaving->mayQuit()) {
        event->ignore();
        m_leaving->askToQuit([this] {
            m_quitting = true;
            close();
        });
        return;
    }
    m_services.settings.setGeometry(geometryName, saveGeometry());
    event->accept();
}

void MainWindow::signOut()
{
    m_leaving->signOut([this] { m_services.session.signOut(); });
}

void MainWindow::offerOtherPerson(const Failure& failure)
{
    auto* dialog = new OtherPersonDialog(m_services.theme, failure, this);
    connect(dialog, &OtherPersonDialog::changeChosen, this, [this] {
        m_leaving->signOut([this] {
            m_services.session.signOut();
            m_flow->beginEmbedded();
        });
    });
    dialog->open();
}

} // namespace proconnect::ui
