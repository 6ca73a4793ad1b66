// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountsPage.h"

#include "core/sync/Workspace.h"
#include "ui/accounts/AccountExporter.h"
#include "ui/accounts/AccountFilterBar.h"
#include "ui/accounts/AccountImporter.h"
#include "ui/accounts/AccountMatrixView.h"
#include "ui/accounts/AccountSources.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/NoteTaking.h"
#include "ui/data_page/Pane.h"
#include "ui/export/PaperSaver.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedControl.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

namespace proconnect::ui {
namespace {

const QString filterPrefix = QStringLiteral("filter:");
const QString searchPrefix = QStringLiteral("search:");

} // namespace

AccountsPage::AccountsPage(const Services& services, QWidget* parent)
    : DataPage(services, qtTrId("nav.accounts"), QStringLiteral("V-30"), parent),
      m_view(new SegmentedControl(services.theme, qtTrId("acc.view"),
                                  {qtTrId("acc.view.table"), qtTrId("acc.view.matrix")})),
      m_groupingLabel(new TextLabel(qtTrId("acc.group"), TextStyle::Table, TextLabel::Ink::Muted)),
      m_grouping(new SegmentedControl(
          services.theme, qtTrId("acc.group"),
          {qtTrId("acc.group.person"), qtTrId("acc.group.portal"), qtTrId("acc.group.site")})),
      m_filters(new AccountFilterBar(services.theme)),
      m_trouble(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_tree(new AccountTreeView(services.theme, m_model)),
      m_matrix(new AccountMatrixView(services.theme, m_matrixModel)),
      m_sources(new AccountSources(services.theme)),
      m_none(new EmptyState(services.theme, QStringLiteral("accounts"), qtTrId("nav.accounts"),
                            qtTrId("acc.empty"))),
      m_noMatch(new EmptyState(services.theme, QStringLiteral("search"), qtTrId("acc.nofilter"))),
      m_notes(new NoteTaking(this->services(), this)),
      m_exporter(new AccountExporter(services.theme, m_model, this)),
      m_importer(new AccountImporter(this->services(), this)),
      m_papers(new PaperSaver(this->services().departures, this)),
      m_import(new Button(services.theme, qtTrId("imp.button"), Button::Kind::Neutral))
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
    listen();
    AccountsPage::setWidthClass(WidthClass::Normal);
}

void AccountsPage::listen()
{
    connect(m_view, &SegmentedControl::chosen, this,
            [this](int choice) { setView(static_cast<View>(choice)); });
    connect(m_grouping, &SegmentedControl::chosen, this, [this](int choice) {
        m_model.setGrouping(static_cast<AccountTreeModel::Grouping>(choice));
        showParts();
    });
    connect(m_filters, &AccountFilterBar::chosen, this, &AccountsPage::setFilter);
    // The table follows every key; what was found is said once the keys rest.
    connect(&m_filters->search(), &QLineEdit::textChanged, this, &AccountsPage::setSearch);
    connect(&m_filters->search(), &SearchField::searched, this, &AccountsPage::announceFound);
    connect(m_tree, &AccountTreeView::opened, this, &AccountsPage::openAccount);
    connect(m_tree, &AccountTreeView::closeAsked, this, &AccountsPage::openAccount);
    connect(m_tree, &AccountTreeView::menuAsked, this, &AccountsPage::askMenu);
    connect(m_tree, &AccountTreeView::samePersonAsked, this, &AccountsPage::askSamePerson);
    connect(m_matrix, &AccountMatrixView::opened, this, &AccountsPage::openAccount);
    connect(&services().decisions, &DecisionDesk::refused, this, &AccountsPage::explainRefusal);
    connect(m_notes, &NoteTaking::failed, this, [this](const Failure& failure) {
        const FailureText text = failureText(failure);
        showNotice(Banner::Tone::Error, text.title, text.body, text.supportCode);
    });
    connect(m_exporter, &AccountExporter::written, this,
            [this](const QString& path) { showNotice(Banner::Tone::Success, qtTrId("exp.done"), path); });
    connect(m_exporter, &AccountExporter::failed, this, [this](const QString& path) {
        showNotice(Banner::Tone::Error, qtTrId("exp.failed"), qtTrId("exp.failed.body").arg(path));
    });
    connect(m_papers, &PaperSaver::saved, this,
            [this](const QString& path) { showNotice(Banner::Tone::Success, qtTrId("exp.done"), path); });
    connect(m_papers, &PaperSaver::unwritable, this, [this](const QString& path) {
        showNotice(Banner::Tone::Error, qtTrId("exp.failed"), qtTrId("exp.failed.body").arg(path));
    });
    connect(m_papers, &PaperSaver::unavailable, this, [this](const Failure& failure) {
        const FailureText text = failureText(failure);
        showNotice(Banner::Tone::Error, text.title, text.body, text.supportCode);
    });
    connect(m_import, &Button::clicked, m_importer, &AccountImporter::ask);
    connect(m_importer, &AccountImporter::taken, this, [this](const QString& title, const QString& body) {
        showNotice(Banner::Tone::Success, title, body);
    });
    connect(m_importer, &AccountImporter::failed, this, [this](const FailureText& text) {
        showNotice(Banner::Tone::Error, text.title, text.body, text.supportCode);
    });
}

QLayout* AccountsPage::makeControls()
{
    const Theme& look = theme();
    auto* column = new QVBoxLayout;
    column->setSpacing(look.px(14));
    auto* first = new FlowLayout(look.px(12), look.px(4));
    first->addWidget(m_view);
    first->addWidget(m_groupingLabel);
    first->addWidget(m_grouping);
    auto* exporting = new Button(look, qtTrId("exp.button"), Button::Kind::Neutral);
    exporting->setIconName(QStringLiteral("export"));
    connect(exporting, &Button::clicked, this, &AccountsPage::askExport);
    first->addWidget(exporting);
    m_import->setIconName(QStringLiteral("add"));
    m_import->hide();
    first->addWidget(m_import);
    column->addLayout(first);
    column->addWidget(m_filters);
    return column;
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
    card->body()->addWidget(m_matrix, 1);
    m_matrix->hide();
    card->addRule();
    card->body()->addWidget(m_sources);
    return pane;
}

void AccountsPage::setWidthClass(WidthClass width)
{
    DataPage::setWidthClass(width);
    m_sources->setRoomy(width == WidthClass::Normal || width == WidthClass::Wide);
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
    header().setSubtitle(withNames(
        qtTrId("acc.sub"), {qtTrId("acc.sub.accounts", m_model.count(AccountFilter::Open)),
                            qtTrId("acc.sub.portals", static_cast<int>(answered)), snapshot.company.name}));
    m_filters->setCounts([this](AccountFilter filter) { return m_model.count(filter); });
    m_sources->show(accountText());
    AccountSources::warn(*m_trouble, accountText());
    m_import->setVisible(!AccountImporter::portals(snapshot).isEmpty());
    m_importer->refresh();
    showParts();
}

void AccountsPage::showParts()
{
    const bool none = snapshot() && snapshot()->accounts.isEmpty();
    const bool shown = m_model.rowCount() > 0;
    m_none->setVisible(none && !shown);
    m_noMatch->setVisible(!none && !shown);
    const bool matrix = m_view->current() == static_cast<int>(View::Matrix);
    m_tree->setVisible(shown && !matrix);
    m_matrix->setVisible(shown && matrix);
}

void AccountsPage::setView(View view)
{
    const bool matrix = view == View::Matrix;
    m_groupingLabel->setVisible(!matrix);
    m_grouping->setVisible(!matrix);
    header().screenCode().setCode(matrix ? QStringLiteral("V-31") : QStringLiteral("V-30"));
    m_matrixModel.setActive(matrix);
    showParts();
}

void AccountsPage::setFilter(AccountFilter filter)
{
    m_model.setFilter(filter);
    m_filters->setChosen(filter);
    showParts();
    announceFound();
}

void AccountsPage::setSearch(const QString& words)
{
    m_model.setSearch(words);
    showParts();
}

void AccountsPage::announceFound()
{
    m_filters->search().announceResults(qtTrId("acc.found", m_model.shownCount()));
}

void AccountsPage::clearFilters()
{
    m_filters->search().clear();
    setFilter(AccountFilter::Open);
}

void AccountsPage::showTarget(const QString& target)
{
    if (target.startsWith(searchPrefix)) {
        clearFilters();
        m_filters->search().setText(target.mid(searchPrefix.size()));
    } else if (target.startsWith(filterPrefix)) {
        clearFilters();
        setFilter(filterNamed(target.mid(filterPrefix.size())));
    } else if (!target.isEmpty()) {
        clearFilters();
        m_view->setCurrent(static_cast<int>(View::Table));
        setView(View::Table);
        if (const PortalAccount* one = account(target); one && !one->openAccount()) {
            setFilter(AccountFilter::Closed);
        }
        m_tree->reveal(target);
    }
}

bool AccountsPage::focusSearch()
{
    m_filters->search().setFocus(Qt::ShortcutFocusReason);
    m_filters->search().selectAll();
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
    const int person = m_model.known().value(AccountIndex::Person, snapshot()->accounts.positionOf(one));
    if (!m_model.known().namesakes(person).isEmpty()) {
        const QAction* same = menu->addAction(qtTrId("acc.menu.same"));
        connect(same, &QAction::triggered, this, [this, id] { askSamePerson(id); });
    }
    m_tree->addSorting(*menu->addMenu(qtTrId("acc.menu.sort")));
    menu->popup(global);
}

void AccountsPage::askSamePerson(const QString& id)
{
    const AccountIndex& known = m_model.known();
    const auto& accounts = snapshot()->accounts;
    const PortalAccount* one = account(id);
    if (!one) {
        return;
    }
    const int person = known.value(AccountIndex::Person, accounts.positionOf(one));
    const QList<int> people = QList<int>{person} + known.namesakes(person);
    QStringList addresses;
    QStringList portals;
    for (const int each : people) {
        addresses += known.personKey(each);
        QStringList names;
        for (qsizetype i = 0; i < accounts.size(); ++i) {
            if (known.value(AccountIndex::Person, i) == each) {
                names += m_model.text().company().portalName(accounts.at(i).portal);
            }
        }
        portals += names.join(QStringLiteral(", "));
    }
    m_notes->askSamePerson(known.text(AccountIndex::Person, person), addresses, portals, noNotes());
}

void AccountsPage::askExport()
{
    const QString words = m_filters->search().text().trimmed();
    QStringList shown;
    if (m_model.filter() != AccountFilter::Open) {
        shown += m_filters->nameOf(m_model.filter());
    }
    if (!words.isEmpty()) {
        shown += words;
    }
    m_exporter->ask(shown.join(QString::fromUtf8(" · ")));
}

} // namespace proconnect::ui
