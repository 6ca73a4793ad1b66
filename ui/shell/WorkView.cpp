// SPDX-License-Identifier: MIT
#include "ui/shell/WorkView.h"

#include "core/session/SessionController.h"
#include "core/sync/CopyHealth.h"
#include "core/sync/Workspace.h"
#include "ui/StatusBar.h"
#include "ui/former/FormerDirectorView.h"
#include "ui/shell/NoticeArea.h"
#include "ui/shell/PageStack.h"
#include "ui/shell/SideMenu.h"
#include "ui/shell/UndoPresenter.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/UndoBar.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QResizeEvent>
#include <QShortcut>

#include <algorithm>

namespace proconnect::ui {
namespace {

/// Below it, the menu is a rail.
constexpr int narrowest = 1024;

WidthClass widthClassOf(double effectiveWidth)
{
    return effectiveWidth < narrowest                    ? WidthClass::Rail
           : effectiveWidth < tokens::windowCompactBelow ? WidthClass::Narrow
           : effectiveWidth < tokens::windowWideFrom     ? WidthClass::Normal
                                                         : WidthClass::Wide;
}

} // namespace

WorkView::WorkView(const Services& services, const std::vector<PageEntry>& entries, QWidget* parent)
    : QWidget(parent), m_services(services), m_entries(entries), m_menu(new SideMenu(services, entries)),
      m_pages(new PageStack(services, entries)), m_notices(new NoticeArea(services.theme)),
      m_undoBar(new UndoBar(services.theme)), m_undo(new UndoPresenter(services.decisions, *m_undoBar, this)),
      m_status(new StatusBar(services))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_menu);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_notices);
    right->addWidget(m_pages, 1);
    m_right = right;
    right->addWidget(m_undoBar);
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    column->addWidget(m_status);

    connect(m_menu, &SideMenu::pageChosen, this, [this](const QString& id) { openPage(id); });
    connect(m_menu, &SideMenu::companyChosen, this,
            [this](const QString& siren) { m_services.workspace.selectCompany(siren); });
    connect(m_menu, &SideMenu::addCompanyRequested, this, &WorkView::addCompanyRequested);
    connect(m_menu, &SideMenu::signOutRequested, this, &WorkView::signOutRequested);
    connect(m_pages, &PageStack::opened, this, [this](const QString& id) {
        m_menu->setActive(id);
        showPagesOrFormer();
        m_status->refresh(); // it tells a setting too
        Q_EMIT pageChanged();
    });
    Workspace& workspace = services.workspace;
    for (const auto changed : {&Workspace::snapshotChanged, &Workspace::loadingChanged}) {
        connect(&workspace, changed, this, &WorkView::refresh);
    }
    connect(&workspace, &Workspace::connectionChanged, m_status, &StatusBar::refresh);
    connect(&workspace, &Workspace::connectionChanged, this, &WorkView::showPagesOrFormer);
    connect(&services.session, &SessionController::profileChanged, this, &WorkView::showPagesOrFormer);
    connect(&workspace, &Workspace::selectedCompanyChanged, this, &WorkView::refresh);
    connect(&services.session, &SessionController::profileChanged, m_menu, &SideMenu::refresh);
    connect(&services.workspace, &Workspace::connectionChanged, m_menu, &SideMenu::refresh);
    connect(&services.session, &SessionController::secretKeepingChanged, this, &WorkView::tellSecretKeeping);
    connect(&services.session, &SessionController::signedIn, m_notices,
            [this] { m_notices->retract(NoticeArea::Topic::SignIn); });
    connect(m_undo, &UndoPresenter::signInRequested, this, [this] {
        focusTitle(); // left in the bar, the focus would stop the countdown after the sign-in
        Q_EMIT signInRequested();
    });
    connect(&services.copy, &CopyHealth::changed, this, &WorkView::tellCopyHealth);
    tellSecretKeeping();
    tellCopyHealth();
    showPagesOrFormer();
    addShortcuts();
}

void WorkView::tellSecretKeeping()
{
    if (m_services.session.secretKeeping() == SecretKeeping::MemoryOnly) {
        m_notices->tell(NoticeArea::Topic::KeyStore, Banner::Tone::Warning,
                        failureText({FailureCode::KeyStoreUnavailable, {}, {}}));
    } else {
        m_notices->retract(NoticeArea::Topic::KeyStore);
    }
}

void WorkView::tellCopyHealth()
{
    using Topic = NoticeArea::Topic;
    const CopyHealth& copy = m_services.copy;
    const QString support = QString::fromLatin1(failureInfo(FailureCode::StorageFull).id);
    const auto follow = [this](bool wrong, Topic topic, const FailureText& text) {
        if (wrong) {
            m_notices->tell(topic, Banner::Tone::Warning, text);
        } else {
            m_notices->retract(topic);
        }
    };
    follow(copy.outdated(), Topic::CopyOutdated, {qtTrId("copy.full"), qtTrId("copy.full.body"), support});
    follow(copy.damaged(), Topic::CopyDamaged, failureText({FailureCode::StorageUnreadable, {}, {}}));
    follow(copy.decisionsLost(), Topic::DecisionsLost,
           {qtTrId("copy.decisions"), qtTrId("copy.decisions.body"),
            QString::fromLatin1(failureInfo(FailureCode::StorageUnreadable).id)});
}

void WorkView::showSignInFailure(const Failure& failure)
{
    m_notices->tell(NoticeArea::Topic::SignIn, Banner::Tone::Error, failureText(failure));
}

void WorkView::prepare(const QString& id)
{
    m_pages->prepare(id);
}

std::optional<Company> WorkView::endedCompany() const
{
    const QString siren = m_services.workspace.selectedSiren();
    const auto trouble = m_services.workspace.trouble();
    const bool refused = trouble && trouble->code == FailureCode::MandateEnded;
    for (const Company& company : m_services.session.profile().companies) {
        if (company.siren == siren && (company.mandateEnded || refused)) {
            return company;
        }
    }
    return std::nullopt;
}

void WorkView::showPagesOrFormer()
{
    const auto company = endedCompany();
    const bool ofNoCompany = std::any_of(m_entries.begin(), m_entries.end(), [this](const PageEntry& entry) {
        return entry.id == m_pages->currentId() && entry.group == MenuGroup::Bottom;
    });
    const bool former = company && !ofNoCompany;
    if (former && !m_former) {
        m_former = new FormerDirectorView(m_services);
        m_right->insertWidget(m_right->indexOf(m_pages), m_former, 1);
    }
    if (former) {
        m_former->showCompany(*company);
    }
    if (m_former) {
        m_former->setVisible(former);
    }
    m_pages->setVisible(!former);
}

void WorkView::openPage(const QString& id, const QString& target, bool byUser)
{
    if (m_pages->open(id, target) && byUser) {
        focusTitle();
    }
}

void WorkView::focusTitle()
{
    if (m_former && m_former->isVisible()) {
        m_former->focusTitle();
    } else {
        m_pages->currentPage()->focusTitle();
    }
}

QString WorkView::currentPage() const
{
    return m_pages->currentId();
}

QString WorkView::pageTitle() const
{
    const Page* page = m_pages->currentPage();
    return page ? page->title() : QString();
}

QHash<QString, QVariant> WorkView::drafts() const
{
    return m_pages->drafts();
}

void WorkView::setDrafts(const QHash<QString, QVariant>& drafts)
{
    m_pages->setDrafts(drafts);
}

void WorkView::refresh()
{
    m_menu->refresh();
    m_status->refresh();
    m_pages->refresh();
    showPagesOrFormer();
}

void WorkView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit(event->size());
}

void WorkView::fit(QSize size)
{
    const WidthClass width = widthClassOf(size.width() / m_services.theme.textScale());
    m_menu->setWidthClass(width);
    m_pages->setWidthClass(width);
}

void WorkView::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    for (int i = 0; i < static_cast<int>(m_entries.size()) && i < 9; ++i) {
        const QString id = m_entries[static_cast<std::size_t>(i)].id;
        on(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + i))), [this, id] { openPage(id); });
    }
    on(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key_Comma)),
       [this] { openPage(QStringLiteral("settings")); });
    on(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key_L)), [this] { Q_EMIT lockRequested(); });
    on(QKeySequence(Qt::Key_F5), [this] { m_services.workspace.refresh(); });
    on(QKeySequence(Qt::Key_F6), [this] { moveRegion(1); });
    on(QKeySequence(QKeyCombination(Qt::SHIFT, Qt::Key_F6)), [this] { moveRegion(-1); });
    on(QKeySequence(QKeySequence::Undo), [this] { m_undo->undoLatest(); });
    on(QKeySequence(QKeySequence::Find), [this] {
        if (Page* page = m_pages->currentPage()) {
            page->focusSearch();
        }
    });
    on(QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_C)), [this] {
        if (const Page* page = m_pages->currentPage()) {
            QApplication::clipboard()->setText(page->screenCode());
        }
    });
    on(QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_E)), [this] { m_menu->openCompanies(); });
}

void WorkView::moveRegion(int step)
{
    // Regions in reading order; the page has two, its title and what follows it.
    const QWidget* focused = QApplication::focusWidget();
    Page* page = m_pages->currentPage();
    const bool former = m_former && m_former->isVisible();
    int region = 0;
    if (focused && former && m_former->isAncestorOf(focused)) {
        region = m_former->titleHasFocus() ? 1 : 2;
    } else if (focused && page && page->isAncestorOf(focused)) {
        region = page->titleHasFocus() ? 1 : 2;
    } else if (focused && m_undoBar->isAncestorOf(focused)) {
        region = 3;
    } else if (focused && m_status->isAncestorOf(focused)) {
        region = 4;
    }
    constexpr int regions = 5;
    for (int tries = 0; tries < regions; ++tries) {
        region = (region + step + regions) % regions;
        if (region == 3 && !(m_undoBar->isVisible() && m_undoBar->undoable())) {
            continue;
        }
        break;
    }
    switch (region) {
    case 0:
        m_menu->focusActive();
        break;
    case 1:
    case 2:
        if (former) {
            m_former->focusTitle();
            if (region == 2) {
                m_former->focusBody();
            }
        } else if (page) {
            page->focusTitle();
            if (region == 2) {
                page->focusBody();
            }
        }
        break;
    case 3:
        m_undoBar->focusUndo();
        break;
    default:
        m_status->focusState();
    }
}

} // namespace proconnect::ui
