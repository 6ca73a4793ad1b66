// SPDX-License-Identifier: MIT
#include "ui/departure/ChoosePanel.h"

#include "ui/departure/LeaverDelegate.h"
#include "ui/departure/LeaverListModel.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>

namespace proconnect::ui {
namespace {

constexpr int searchWidth = 360;
constexpr int shortestSearch = 290;
constexpr int roomForHint = 300;
/// Two people and a heading: with less, a list is a slit.
constexpr int smallestHeight = 200;

/// A click opens, as Enter does.
class LeaverListView final : public QListView
{
public:
    explicit LeaverListView(const Theme& theme)
    {
        setItemDelegate(new LeaverDelegate(theme, this));
        setAccessibleName(qtTrId("a11y.dep.list"));
        setMouseTracking(true);
        setMinimumHeight(theme.px(smallestHeight));
        setFrameShape(QFrame::NoFrame);
        setSelectionMode(QAbstractItemView::SingleSelection);
        setEditTriggers(QAbstractItemView::NoEditTriggers);
        setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setResizeMode(QListView::Adjust);
        viewport()->setAttribute(Qt::WA_Hover);
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (enter && currentIndex().isValid()) {
            Q_EMIT clicked(currentIndex());
            return;
        }
        QListView::keyPressEvent(event);
    }
    void focusInEvent(QFocusEvent* event) override
    {
        QListView::focusInEvent(event);
        // A row has the focus from the start: the first that can be chosen.
        for (int row = 0; !currentIndex().isValid() && row < model()->rowCount(); ++row) {
            if (model()->flags(model()->index(row, 0)) & Qt::ItemIsSelectable) {
                setCurrentIndex(model()->index(row, 0));
            }
        }
    }
};

} // namespace

ChoosePanel::ChoosePanel(const Theme& theme, LeaverListModel& model, QWidget* parent)
    : DeparturePanel(theme, Choose, parent), m_model(model),
      m_search(new SearchField(theme, qtTrId("dep.search"))), m_list(new LeaverListView(theme)),
      m_noMatch(new TextLabel(qtTrId("dep.nomatch"), TextStyle::Body, TextLabel::Ink::Muted)),
      m_none(new EmptyState(theme, QStringLiteral("departure"), qtTrId("dep.none"), qtTrId("acc.empty"))),
      m_waiting(new QWidget), m_waitingBanner(new Banner(theme, Banner::Tone::Info, {}))
{
    auto* top =
        new BesideLayout(BesideLayout::Grows::Second, theme.px(roomForHint), theme.px(16), theme.px(8));
    m_search->setMinimumWidth(theme.px(shortestSearch));
    m_search->setMaximumWidth(theme.px(searchWidth));
    top->addWidget(m_search);
    auto* hints = new QVBoxLayout;
    hints->setSpacing(theme.px(4));
    hints->addWidget((new TextLabel(qtTrId("dep.pick"), TextStyle::Body, TextLabel::Ink::Muted))->wrapped());
    auto* staff = new LinkButton(qtTrId("staff.button"), LinkButton::Size::Small);
    connect(staff, &LinkButton::clicked, this, &ChoosePanel::staffAsked);
    hints->addWidget(staff, 0, Qt::AlignLeft);
    top->addLayout(hints);
    auto* waiting = new QVBoxLayout(m_waiting);
    waiting->setContentsMargins(0, 0, 0, 0);
    waiting->setSpacing(theme.px(4));
    waiting->addWidget(m_waitingBanner);
    const Button* next = m_waitingBanner->setAction(qtTrId("staff.next"));
    connect(next, &Button::clicked, this, [this] { Q_EMIT nextAsked(m_next); });
    auto* forget = new LinkButton(qtTrId("staff.forget"), LinkButton::Size::Small);
    connect(forget, &LinkButton::clicked, this, &ChoosePanel::forgetAsked);
    waiting->addWidget(forget, 0, Qt::AlignLeft);
    m_waiting->hide();
    body()->addWidget(m_waiting);
    body()->addLayout(top);
    // Hidden from the start: a layout remembers the room of what was once visible.
    m_noMatch->hide();
    m_none->hide();
    body()->addWidget(m_noMatch->wrapped(), 1, Qt::AlignTop);
    body()->addWidget(m_none, 1);
    body()->addWidget(m_list, 1);
    m_list->setModel(&model);
    // The list follows every key; what was found is said once the keys rest.
    connect(m_search, &QLineEdit::textChanged, this, &ChoosePanel::search);
    connect(m_search, &SearchField::searched, this,
            [this] { m_search->announceResults(qtTrId("dep.found", m_model.foundCount())); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        const QString target = index.data(LeaverListModel::TargetRole).toString();
        if (!target.isEmpty()) {
            Q_EMIT chosen(target);
        }
    });

    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &ChoosePanel::left);
    setStart(cancel);
    addToEnd((new TextLabel(qtTrId("dep.notlisted"), TextStyle::Small, TextLabel::Ink::Muted))->flowing());
    auto* shared = new Button(theme, qtTrId("dep.shareduser"), Button::Kind::Neutral);
    connect(shared, &Button::clicked, this, &ChoosePanel::sharedAsked);
    addToEnd(shared);
    showParts();
}

void ChoosePanel::setWaiting(const QList<Leaver>& people)
{
    m_waiting->setVisible(!people.isEmpty());
    if (people.isEmpty()) {
        return;
    }
    const Leaver& next = people.first();
    m_next = next.key;
    m_waitingBanner->setText(
        qtTrId("staff.waiting", static_cast<int>(people.size())),
        withNames(qtTrId("staff.waiting.next"), {next.name.isEmpty() ? next.address : next.name}));
}

void ChoosePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ChoosePanel::clearSearch()
{
    m_search->clear();
}

void ChoosePanel::search(const QString& words)
{
    m_model.setSearch(words);
    showParts();
}

void ChoosePanel::showParts()
{
    const bool some = m_model.rowCount() > 0;
    m_none->setVisible(m_model.isEmpty());
    m_noMatch->setVisible(!some && !m_model.isEmpty());
    m_list->setVisible(some);
}

} // namespace proconnect::ui
