// SPDX-License-Identifier: MIT
#include "ui/requests/RequestListPanel.h"

#include "ui/requests/RequestListView.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QTabBar>

#include <algorithm>

namespace proconnect::ui {
namespace {

enum Tab { ToAnswerTab, AnsweredTab };

constexpr int tabGap = 22;

/// The chosen tab is bold: every tab has the room for it, so that choosing one moves nothing.
class Tabs final : public QTabBar
{
public:
    explicit Tabs(const Theme& theme) : m_plain(theme.font(TextStyle::Body)), m_bold(m_plain)
    {
        m_plain.setWeight(QFont::Medium);
        m_bold.setWeight(QFont::DemiBold);
    }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override
    {
        QSize size = QTabBar::tabSizeHint(index);
        if (index != currentIndex()) {
            const QString text = tabText(index);
            size.rwidth() += qMax(0, QFontMetrics(m_bold).horizontalAdvance(text) -
                                         QFontMetrics(m_plain).horizontalAdvance(text));
        }
        return size;
    }
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

private:
    QFont m_plain;
    QFont m_bold;
};

} // namespace

RequestListPanel::RequestListPanel(const Theme& theme, bool letterShortcuts, QWidget* parent)
    : Pane(parent), m_tabs(new Tabs(theme)),
      m_count(new Badge(theme, {BadgeKind::Count, QStringLiteral("0"), {}})),
      m_search(new SearchField(theme, qtTrId("req.search"))), m_list(new RequestListView(theme)),
      m_noMatch(new TextLabel(qtTrId("req.nomatch"), TextStyle::Body, TextLabel::Ink::Muted)),
      m_noAnswered(new EmptyState(theme, QStringLiteral("requests"), qtTrId("req.done.empty"),
                                  qtTrId("req.done.empty.body"))),
      m_hints(makeHints(theme, letterShortcuts))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(theme, {}, false);
    all->addWidget(card);
    card->body()->addWidget(makeTabs(theme));
    auto* search = new QHBoxLayout;
    search->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    search->addWidget(m_search);
    card->body()->addLayout(search);
    card->addRule();
    // Hidden from the start: a layout remembers the room of what was once visible.
    m_noMatch->hide();
    m_noAnswered->hide();
    m_noMatch->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    card->body()->addWidget(m_noMatch->wrapped(), 1, Qt::AlignTop);
    card->body()->addWidget(m_noAnswered, 1);
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_hints);

    m_filter.setSourceModel(&m_toAnswer);
    m_list->setModel(&m_filter);
    connect(m_list, &RequestListView::currentRowChanged, this, &RequestListPanel::changed);
    connect(m_list, &RequestListView::acceptPressed, this, &RequestListPanel::acceptPressed);
    connect(m_list, &RequestListView::refusePressed, this, &RequestListPanel::refusePressed);
    connect(m_list, &QListView::activated, this, &RequestListPanel::opened);
    connect(m_list, &QListView::clicked, this, &RequestListPanel::opened);
    connect(m_tabs, &QTabBar::currentChanged, this, &RequestListPanel::chooseTab);
    connect(m_search, &SearchField::searched, this, &RequestListPanel::search);
}

QWidget* RequestListPanel::makeTabs(const Theme& theme)
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.px(20), theme.px(8), theme.px(16), 0);
    m_tabs->setAccessibleName(qtTrId("req.list"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(qtTrId("req.tab.todo"));
    m_tabs->addTab(qtTrId("req.tab.done"));
    // The style keeps tabs apart by a margin that a tab button would cover.
    auto* count = new QWidget;
    auto* countRow = new QHBoxLayout(count);
    countRow->setContentsMargins(0, 0, theme.px(tabGap), 0);
    countRow->addWidget(m_count);
    m_tabs->setTabButton(ToAnswerTab, QTabBar::RightSide, count);
    row->addWidget(m_tabs);
    row->addStretch();
    return bar;
}

QWidget* RequestListPanel::makeHints(const Theme& theme, bool letters)
{
    auto* hints = new QWidget;
    auto* column = new QVBoxLayout(hints);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Rule);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    row->setSpacing(theme.px(6));
    const auto add = [&](const QString& key, const QString& words) {
        row->addWidget(new TextLabel(key, TextStyle::Caption));
        row->addWidget(new TextLabel(words, TextStyle::Caption, TextLabel::Ink::Muted));
        row->addSpacing(theme.px(8));
    };
    add(QString::fromUtf8("↑ ↓"), qtTrId("req.keys.move"));
    if (letters) {
        add(QStringLiteral("A"), qtTrId("req.keys.accept"));
        add(QStringLiteral("R"), qtTrId("req.keys.refuse"));
    }
    row->addStretch();
    column->addLayout(row);
    return hints;
}

void RequestListPanel::setLetterShortcuts(bool on)
{
    m_list->setLetterShortcuts(on);
}

void RequestListPanel::setHintsVisible(bool visible)
{
    m_hints->setVisible(visible);
}

RequestListModel& RequestListPanel::model()
{
    return waitingShown() ? m_toAnswer : m_answered;
}

bool RequestListPanel::waitingShown() const
{
    return m_tabs->currentIndex() == ToAnswerTab;
}

void RequestListPanel::show(const RequestText& text, const DecisionTracker::ByTarget& decisions)
{
    const int row = currentRow();
    m_toAnswer.setContent(text, decisions);
    m_answered.setContent(text, decisions);
    m_count->setContent({BadgeKind::Count, QString::number(m_toAnswer.rowCount()), {}});
    m_count->setVisible(m_toAnswer.rowCount() > 0);
    if (!m_list->currentIndex().isValid()) {
        selectRow(std::max(row, 0));
    }
    showParts();
}

void RequestListPanel::showParts()
{
    const bool rows = m_filter.rowCount() > 0;
    m_list->setVisible(rows);
    m_noMatch->setVisible(!rows && model().rowCount() > 0);
    m_noAnswered->setVisible(!waitingShown() && m_answered.rowCount() == 0);
}

void RequestListPanel::chooseTab()
{
    m_filter.setSourceModel(&model());
    selectRow(0);
    showParts();
    Q_EMIT changed();
}

void RequestListPanel::search(const QString& words)
{
    m_filter.setSearch(words);
    if (!m_list->currentIndex().isValid()) {
        selectRow(0);
    }
    showParts();
    Q_EMIT changed();
    m_search->announceResults(qtTrId("req.count.found", m_filter.rowCount()));
}

QString RequestListPanel::currentId() const
{
    return m_list->currentIndex().data(RequestListModel::IdRole).toString();
}

int RequestListPanel::currentRow() const
{
    return m_list->currentIndex().row();
}

void RequestListPanel::selectRow(int row)
{
    if (m_filter.rowCount() > 0) {
        m_list->setCurrentIndex(m_filter.index(std::min(row, m_filter.rowCount() - 1), 0));
    }
}

bool RequestListPanel::select(const QString& id)
{
    const bool waiting = m_toAnswer.rowOf(id) >= 0;
    if (!waiting && m_answered.rowOf(id) < 0) {
        return false;
    }
    m_search->clear();
    m_filter.setSearch({});
    m_tabs->setCurrentIndex(waiting ? ToAnswerTab : AnsweredTab);
    const QModelIndex index = m_filter.mapFromSource(model().index(model().rowOf(id)));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    return true;
}

void RequestListPanel::showAnswered()
{
    m_tabs->setCurrentIndex(AnsweredTab);
    focusList();
}

void RequestListPanel::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void RequestListPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace proconnect::ui
