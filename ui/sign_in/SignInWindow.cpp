// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInWindow.h"

#include "core/clock/Clock.h"
#include "ui/sign_in/OriginBar.h"
#include "ui/sign_in/SignInWaitDialog.h"
#include "ui/sign_in/WebPaneLoader.h"
#include "ui/text/FailureText.h"
#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>
#include <QVariant>

#include <chrono>
#include <utility>

namespace proconnect::ui {
namespace {

using namespace std::chrono_literals;

/// A sign-in page stays open ten minutes at most, whatever the service says.
constexpr std::chrono::milliseconds longestSignIn = 10min;
/// A bar that is empty says nothing: the start of a load shows too.
constexpr int leastShown = 8;
constexpr int panelWidth = 620;
/// Of the height of the window, at most.
constexpr int partOfNotes = 3;
/// For the state of the connection, beside the helpline.
constexpr int roomForState = 240;

} // namespace

SignInWindow::SignInWindow(const Services& services, const SignInPage& page,
                           std::optional<SignInReason> reason, QWidget* parent)
    : QWidget(parent, Qt::Window), m_theme(services.theme), m_page(page),
      m_bar(new OriginBar(services.theme)), m_progress(new QProgressBar), m_notes(new ScrollArea(this))
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(qtTrId("fc.title"));
    resize(parent ? parent->window()->size() : QSize(tokens::sizeContentMax, 800));
    if (parent) {
        // A window manager's own choice may leave part of a window this large outside the screen.
        move(parent->window()->pos());
    }
    const WebPaneEvents events{
        [this](const QUrl& address) {
            m_address = address;
            showPage();
        },
        [this](int percent) { m_progress->setValue(percent < 100 ? qMax(percent, leastShown) : 0); },
        [this](const QUrl& reached) {
            m_over = true;
            Q_EMIT completed(reached);
        },
        [this](const Failure& failure) { onFailure(failure); },
    };
    m_pane = loadWebPane(page, services.demonstration, events);
    if (!m_pane) {
        return;
    }
    build(services.supportNumber, services.demonstration, reason);
    const auto left = std::chrono::seconds(qMax<qint64>(0, services.clock.now().secsTo(page.expiresAt)));
    const auto deadline =
        page.expiresAt.isValid() ? qMin<std::chrono::milliseconds>(left, longestSignIn) : longestSignIn;
    QTimer::singleShot(deadline, this, [this] { giveUp({FailureCode::SignInExpired, {}, {}}); });
}

SignInWindow::~SignInWindow()
{
    m_over = true;
}

void SignInWindow::build(const QString& supportNumber, bool demonstration, std::optional<SignInReason> reason)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    m_progress->setTextVisible(false);
    m_progress->setProperty("thin", true);
    m_progress->setRange(0, 100);
    m_progress->setValue(leastShown);
    m_progress->setAccessibleName(qtTrId("fc.loading"));
    column->addWidget(m_progress);

    auto* content = new ScrollContent;
    auto* notes = new QVBoxLayout(content);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(0);
    const auto addNote = [this, notes](const QString& icon, ColorRole role, const QString& text) {
        auto* note = new QFrame;
        note->setProperty("surface", QStringLiteral("note"));
        auto* row = new QHBoxLayout(note);
        row->setContentsMargins(m_theme.px(24), m_theme.px(9), m_theme.px(24), m_theme.px(9));
        row->setSpacing(m_theme.px(12));
        row->addWidget(new IconLabel(m_theme, icon, role, 18));
        row->addWidget((new TextLabel(text, TextStyle::Table))->wrapped(), 1);
        notes->addWidget(note);
        return note;
    };
    if (reason) {
        addNote(QStringLiteral("lock"), ColorRole::InfoText, reasonSentence(*reason));
    }
    m_note = addNote(QStringLiteral("info"), ColorRole::InfoText, qtTrId("fc.note"));
    if (webSandboxIsOff(demonstration)) {
        addNote(QStringLiteral("warning"), ColorRole::WarningText, qtTrId("fc.nosandbox"));
    }

    m_notes->setWidget(content);
    content->setAutoFillBackground(false);
    column->addWidget(m_notes);

    auto* centre = new QWidget;
    m_stack = new QStackedLayout(centre);
    m_stack->addWidget(m_pane->widget());
    m_blocked = new QWidget;
    auto* panel = new QVBoxLayout(m_blocked);
    panel->setSpacing(m_theme.px(20));
    m_message = new Banner(m_theme, Banner::Tone::Error, {});
    m_message->setMaximumWidth(m_theme.px(panelWidth));
    auto* message = new QHBoxLayout;
    message->addStretch(1);
    message->addWidget(m_message, 100);
    message->addStretch(1);
    m_again = new Button(m_theme, qtTrId("common.retry"), Button::Kind::Primary);
    panel->addStretch(1);
    panel->addLayout(message);
    panel->addWidget(m_again, 0, Qt::AlignHCenter);
    panel->addStretch(2);
    m_stack->addWidget(m_blocked);
    column->addWidget(centre, 1);

    column->addWidget(makeStatus(supportNumber, reason.has_value()));

    connect(m_bar, &OriginBar::backClicked, this, [this] {
        if (m_stack->currentWidget() == m_blocked) {
            leaveBlocked();
        } else if (!m_pane->back()) {
            giveUp({FailureCode::SignInAbandoned, {}, {}});
        }
    });
    connect(m_bar, &OriginBar::reloadClicked, this, [this] {
        showPage();
        m_pane->reload();
    });
    connect(m_bar, &OriginBar::browserClicked, this, &SignInWindow::browserRequested);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_failure.code == FailureCode::CertificateInvalid) {
            giveUp(m_failure);
            return;
        }
        if (m_failure.code == FailureCode::UnknownAddress) {
            leaveBlocked();
            return;
        }
        showPage();
        m_pane->reload();
    });
    // Of two regions, the next is also the one before.
    for (const QKeySequence& keys :
         {QKeySequence(Qt::Key_F6), QKeySequence(QKeyCombination(Qt::SHIFT, Qt::Key_F6))}) {
        auto* region = new QShortcut(keys, this);
        connect(region, &QShortcut::activated, this, &SignInWindow::moveRegion);
    }
    new FocusRing(m_theme, this);
}

QWidget* SignInWindow::makeStatus(const QString& supportNumber, bool renewal)
{
    auto* status = new QFrame;
    status->setProperty("surface", QStringLiteral("status"));
    auto* all = new QVBoxLayout(status);
    all->setContentsMargins(m_theme.px(20), m_theme.px(6), m_theme.px(20), m_theme.px(6));
    auto* parts = new BesideLayout(BesideLayout::Grows::First, m_theme.px(roomForState), m_theme.px(12), 0);
    all->addLayout(parts);
    auto* words = new FlowLayout(m_theme.px(8), 0);
    const bool encrypted = m_page.start.scheme() == QLatin1String("https");
    words->addWidget(new IconLabel(m_theme, encrypted ? QStringLiteral("lock") : QStringLiteral("info"),
                                   encrypted ? ColorRole::SuccessText : ColorRole::WarningText, 14));
    const auto add = [words](const QString& text) {
        words->addWidget((new TextLabel(text, TextStyle::Small, TextLabel::Ink::Muted))->flowing());
    };
    add(qtTrId(encrypted ? "status.encrypted" : "status.loopback"));
    if (!renewal) {
        add(qtTrId("fc.step"));
    }
    parts->addLayout(words);
    if (!supportNumber.isEmpty()) {
        auto* support = new QHBoxLayout;
        support->setSpacing(m_theme.px(8));
        support->addWidget(new IconLabel(m_theme, QStringLiteral("phone"), ColorRole::TextMuted, 14));
        support->addWidget(new TextLabel(qtTrId("status.support").arg(supportNumber), TextStyle::Small,
                                         TextLabel::Ink::Muted));
        parts->addLayout(support);
    }
    return status;
}

void SignInWindow::openStartPage()
{
    m_address = m_page.start;
    m_bar->showVerified(m_address);
    show();
    m_pane->open(m_page.start);
    m_pane->widget()->setFocus();
}

void SignInWindow::showPage()
{
    m_failure = {};
    m_bar->showVerified(m_address);
    m_note->show();
    fitNotes();
    m_stack->setCurrentWidget(m_pane->widget());
}

void SignInWindow::leaveBlocked()
{
    // The first address only leads on: when no other was reached, there is no page to go back to.
    const bool unanswered = m_failure.code == FailureCode::IdentityProviderUnavailable;
    if (m_address == m_page.start || (unanswered && !m_pane->leaveFailure())) {
        giveUp(m_failure);
    } else {
        showPage();
    }
}

void SignInWindow::onFailure(const Failure& failure)
{
    m_failure = failure;
    const FailureText text = failureText(failure);
    m_message->setText(text.title, text.body, text.supportCode);
    const bool unknown = failure.code == FailureCode::UnknownAddress;
    if (unknown || failure.code == FailureCode::CertificateInvalid) {
        m_bar->showBlocked(failure.argument, qtTrId(unknown ? "fc.blocked" : "fc.unsafe"));
    }
    m_again->setText(unknown ? qtTrId("common.back") : qtTrId("common.retry"));
    m_note->hide(); // whose page it was is not known
    fitNotes();
    m_stack->setCurrentWidget(m_blocked);
    m_again->setFocus();
}

void SignInWindow::giveUp(const Failure& why)
{
    if (!std::exchange(m_over, true)) {
        Q_EMIT abandoned(why);
    }
}

void SignInWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitNotes();
}

void SignInWindow::fitNotes()
{
    if (const QWidget* notes = m_notes->widget()) {
        // In a low window with large text, the page keeps most of the room and the notes scroll.
        m_notes->setFixedHeight(qMin(notes->heightForWidth(width()), height() / partOfNotes));
    }
}

void SignInWindow::closeEvent(QCloseEvent* event)
{
    giveUp({FailureCode::SignInAbandoned, {}, {}});
    event->accept();
}

void SignInWindow::moveRegion()
{
    QWidget* page = m_stack->currentWidget();
    if (page->isAncestorOf(focusWidget()) || page == focusWidget()) {
        m_bar->focusBack();
    } else {
        page->setFocus(Qt::TabFocusReason);
    }
}

} // namespace proconnect::ui
