// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountsPage.h"

#include "core/model/ActingRole.h"
#include "core/sync/Workspace.h"
#include "ui/accounts/AccountDialog.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/data_page/Pane.h"
#include "ui/models/DecisionDrafts.h"
#include "ui/sheets/FactSheet.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Dialog.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TagFilter.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int searchWidth = 280;
const QString filterPrefix = QStringLiteral("filter:");
const QString searchPrefix = QStringLiteral("search:");

} // namespace

AccountsPage::AccountsPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.accounts"), QStringLiteral("V-30"), parent),
      m_grouping(new SegmentedControl(
          services.theme, qtTrId("acc.group"),
          {qtTrId("acc.group.person"), qtTrId("acc.group.portal"), qtTrId("acc.group.site")})),
      m_search(new SearchField(services.theme, qtTrId("acc.search"))), m_filterBar(new QWidget),
      m_trouble(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_tree(new AccountTreeView(services.theme, m_model)),
      m_sources(new TextLabel({}, TextStyle::Caption, TextLabel::Ink::Muted)),
      m_sourcesLink(new LinkButton(qtTrId("acc.sources.link"), LinkButton::Size::Small)),
      m_none(new EmptyState(services.theme, QStringLiteral("accounts"), qtTrId("nav.accounts"),
                            qtTrId("acc.empty"))),
      m_noMatch(new EmptyState(services.theme, QStringLiteral("search"), qtTrId("acc.nofilter")))
{
    content()->setSpacing(services.theme.px(14));
    const Button* retry = m_trouble->setAction(qtTrId("common.retry"), QStringLiteral("refresh"));
    connect(retry, &Button::clicked, this, [this] { this->services().workspace.refresh(); });
    const Button* clear = m_noMatch->addAction(qtTrId("acc.nofilter.act"));
    connect(clear, &Button::clicked, this, &AccountsPage::clearFilters);
    m_trouble->hide();
    content()->addWidget(m_trouble);
    content()->addLayout(makeControls());
    content()->addWidget(makeTable(), 1);

    connect(m_grouping, &SegmentedControl::chosen, this, [this](int choice) {
        m_model.setGrouping(static_cast<AccountTreeModel::Grouping>(choice));
        showParts();
    });
    connect(m_search, &SearchField::searched, this, &AccountsPage::setSearch);
    connect(m_tree, &AccountTreeView::opened, this, &AccountsPage::openAccount);
    connect(m_tree, &AccountTreeView::closeAsked, this, &AccountsPage::openAccount);
    connect(m_tree, &AccountTreeView::menuAsked, this, &AccountsPage::askMenu);
    AccountsPage::setWidthClass(WidthClass::Normal);
}

QLayout* AccountsPage::makeControls()
{
    const Theme& look = theme();
    auto* column = new QVBoxLayout;
    column->setSpacing(look.px(14));
    auto* first = new FlowLayout(look.px(12), look.px(4));
    first->addWidget(new TextLabel(qtTrId("acc.group"), TextStyle::Table, TextLabel::Ink::Muted));
    first->addWidget(m_grouping);
    column->addLayout(first);

    auto* second = new FlowLayout(look.px(10), look.px(8), m_filterBar);
    m_search->setFixedWidth(look.px(searchWidth));
    second->addWidget(m_search);
    addFilter(Filter::Open, qtTrId("acc.f.all"), {});
    addFilter(Filter::Departures, qtTrId("acc.f.left"), QStringLiteral("departure"));
    addFilter(Filter::Shared, qtTrId("acc.f.shared"), QStringLiteral("shared-account"));
    addFilter(Filter::Idle, qtTrId("acc.f.idle"), QStringLiteral("deadline"));
    addFilter(Filter::Closed, qtTrId("acc.f.closed"), QStringLiteral("check"));
    m_filters.value(static_cast<int>(Filter::Open))->setChecked(true);
    column->addWidget(m_filterBar);
    return column;
}

void AccountsPage::addFilter(Filter filter, const QString& name, const QString& icon)
{
    auto* button = new TagFilter(theme(), name, icon);
    m_filters.insert(static_cast<int>(filter), button);
    m_filterBar->layout()->addWidget(button);
    connect(button, &TagFilter::clicked, this, [this, filter] { setFilter(filter); });
}

QWidget* AccountsPage::makeTable()
{
    const Theme& look = theme();
    auto* pane = new Pane;
    auto* all = new QVBoxLayout(pane);
    all->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(look, {}, false);
    all->addWidget(card);
    // Hidden from the start: a layout remembers the room of what was once visible.
    m_none->hide();
    m_noMatch->hide();
    card->body()->addWidget(m_none, 1);
    card->body()->addWidget(m_noMatch, 1);
    card->body()->addWidget(m_tree, 1);
    card->addRule();
    m_sources->setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8));
    card->body()->addWidget(m_sources->wrapped());
    card->body()->addWidget(m_sourcesLink, 0, Qt::AlignHCenter);
    m_sourcesLink->hide();
    connect(m_sourcesLink, &LinkButton::clicked, this, &AccountsPage::openSources);
    return pane;
}

void AccountsPage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    // Where room is short, the sources are one click away instead of under the table.
    const bool roomy = width == WidthClass::Normal || width == WidthClass::Wide;
    m_sources->setVisible(roomy);
    m_sourcesLink->setVisible(!roomy);
    m_tree->setColumnsFor(width == WidthClass::Rail ? 3 : (width == WidthClass::Narrow ? 1 : 0));
}

void AccountsPage::showData(const CompanySnapshot& snapshot)
{
    m_model.setContent(snapshot, tracker().all(), dateText());
    const CompanyText company(snapshot);
    const auto answered =
        std::count_if(snapshot.portals.cbegin(), snapshot.portals.cend(), [&company](const Portal& portal) {
            return company.source(portal.id).state != PortalSource::State::Never;
        });
    header().setSubtitle(withNames(qtTrId("acc.sub"), {qtTrId("acc.sub.accounts", m_model.counts().open),
                                                       qtTrId("acc.sub.portals", static_cast<int>(answered)),
                                                       snapshot.company.name}));
    showCounts();
    showSources(snapshot);
    showParts();
}

void AccountsPage::showCounts()
{
    const AccountTreeModel::Counts& counts = m_model.counts();
    const QHash<int, int> numbers{{static_cast<int>(Filter::Open), counts.open},
                                  {static_cast<int>(Filter::Departures), counts.departures},
                                  {static_cast<int>(Filter::Shared), counts.shared},
                                  {static_cast<int>(Filter::Idle), counts.idle},
                                  {static_cast<int>(Filter::Closed), counts.closed}};
    for (auto it = m_filters.cbegin(); it != m_filters.cend(); ++it) {
        const int number = numbers.value(it.key());
        (*it)->setCount(number);
        // A filter that would show nothing is only noise.
        (*it)->setVisible(number > 0 || it.key() == static_cast<int>(Filter::Open) || (*it)->isChecked());
    }
}

void AccountsPage::showSources(const CompanySnapshot& snapshot)
{
    const AccountText text = accountText();
    QStringList lines;
    QStringList troubles;
    int unreachable = 0;
    for (const Portal& portal : snapshot.portals) {
        lines += qtTrId("acc.sources.one").arg(portal.name, text.source(portal.id));
        // Data that are only old say so in their lines; a portal that cannot be heard needs a word.
        const PortalSource::State state = text.company().source(portal.id).state;
        if (state == PortalSource::State::Unreachable || state == PortalSource::State::Never) {
            troubles += text.sourceTrouble(portal.id);
            unreachable += state == PortalSource::State::Unreachable ? 1 : 0;
        }
    }
    m_sources->setText(qtTrId("acc.sources").arg(lines.join(QString::fromUtf8(" · "))));
    m_trouble->setVisible(!troubles.isEmpty());
    m_trouble->setTone(unreachable > 0 ? Banner::Tone::Warning : Banner::Tone::Info);
    m_trouble->setText(unreachable > 0 ? qtTrId("acc.trouble.down", unreachable)
                                       : qtTrId("acc.trouble.title", static_cast<int>(troubles.size())),
                       troubles.join(u'\n'));
}

void AccountsPage::showParts()
{
    const bool none = snapshot() && snapshot()->accounts.isEmpty();
    const bool shown = m_model.rowCount() > 0;
    m_none->setVisible(none && !shown);
    m_noMatch->setVisible(!none && !shown);
    m_tree->setVisible(shown);
}

void AccountsPage::openSources()
{
    if (!snapshot()) {
        return;
    }
    const AccountText text = accountText();
    QList<Fact> facts;
    for (const Portal& portal : snapshot()->portals) {
        facts += Fact{portal.name, text.source(portal.id)};
    }
    auto* dialog = new Dialog(theme(), qtTrId("acc.sources.link"), QStringLiteral("V-30"), this);
    dialog->body()->addWidget(new FactSheet(theme(), facts));
    auto* close = new Button(theme(), qtTrId("common.close"), Button::Kind::Secondary);
    connect(close, &Button::clicked, dialog, &QDialog::accept);
    dialog->addButton(close);
    dialog->open();
}

void AccountsPage::setFilter(Filter filter)
{
    m_model.setFilter(filter);
    for (auto it = m_filters.cbegin(); it != m_filters.cend(); ++it) {
        (*it)->setChecked(it.key() == static_cast<int>(filter));
    }
    showParts();
    m_search->announceResults(qtTrId("acc.found", m_model.shownCount()));
}

void AccountsPage::setSearch(const QString& words)
{
    m_model.setSearch(words);
    showParts();
    m_search->announceResults(qtTrId("acc.found", m_model.shownCount()));
}

void AccountsPage::clearFilters()
{
    m_search->clear();
    setSearch({});
    setFilter(Filter::Open);
}

void AccountsPage::showTarget(const QString& target)
{
    if (target.startsWith(searchPrefix)) {
        clearFilters();
        m_search->setText(target.mid(searchPrefix.size()));
        setSearch(m_search->text());
    } else if (target.startsWith(filterPrefix)) {
        clearFilters();
        setFilter(target.endsWith(QLatin1String("departures")) ? Filter::Departures : Filter::Shared);
    } else if (!target.isEmpty()) {
        clearFilters();
        m_tree->reveal(target);
    }
}

bool AccountsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

const PortalAccount* AccountsPage::account(const QString& id) const
{
    if (!snapshot()) {
        return nullptr;
    }
    const auto& all = snapshot()->accounts;
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const auto& one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

QString AccountsPage::hindrance(const PortalAccount& account) const
{
    if (account.mine) {
        return qtTrId("acc.sheet.own");
    }
    if (account.state == AccountState::Closed) {
        return qtTrId("acc.sheet.closed");
    }
    if (isDelegated(snapshot()->company)) {
        return qtTrId("acc.sheet.delegate");
    }
    const bool running = account.state == AccountState::ClosureRequested ||
                         account.state == AccountState::ClosureScheduled || tracker().progress(account.id);
    if (running) {
        return qtTrId("acc.sheet.cannot");
    }
    return canDecide() ? QString() : offlineReason();
}

void AccountsPage::openAccount(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one) {
        return;
    }
    auto* dialog = new AccountDialog(theme(), *one, accountText(), hindrance(*one), this);
    connect(dialog, &AccountDialog::closeConfirmed, this, [this, id] { close(id); });
    dialog->open();
}

void AccountsPage::askMenu(const QString& id, const QPoint& global)
{
    const PortalAccount* one = account(id);
    if (!one) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QAction* open = menu->addAction(qtTrId("acc.menu.open"));
    connect(open, &QAction::triggered, this, [this, id] { openAccount(id); });
    QAction* closing = menu->addAction(qtTrId("acc.menu.close"));
    closing->setEnabled(hindrance(*one).isEmpty());
    connect(closing, &QAction::triggered, this, [this, id] { openAccount(id); });
    addSorting(*menu->addMenu(qtTrId("acc.menu.sort")));
    menu->popup(global);
}

void AccountsPage::addSorting(QMenu& menu)
{
    const int sorted = m_tree->header()->sortIndicatorSection();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (m_tree->isColumnHidden(column)) {
            continue;
        }
        QAction* choice =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        choice->setCheckable(true);
        choice->setChecked(column == sorted);
        connect(choice, &QAction::triggered, m_tree,
                [tree = m_tree, column] { tree->sortByColumn(column, Qt::AscendingOrder); });
    }
}

void AccountsPage::close(const QString& id)
{
    const PortalAccount* one = account(id);
    if (!one || !hindrance(*one).isEmpty()) {
        return;
    }
    const AccountText text = accountText();
    const QString portal = text.company().portalName(one->portal);
    const QString holder = AccountText::holder(*one);
    if (submit(draftClosure(snapshot()->company.siren, *one,
                            withNames(qtTrId("acc.shown.close"), {portal, holder})),
               holder, portal)) {
        refresh();
        m_tree->setFocus();
    }
}

} // namespace proconnect::ui
