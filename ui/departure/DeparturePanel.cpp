// SPDX-License-Identifier: MIT
#include "ui/departure/DeparturePanel.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QPainter>

#include <array>

namespace proconnect::ui {
namespace {

constexpr int side = 28;
constexpr int lineWidth = 40;
/// With less than this for what stands at the left, it goes above the buttons.
constexpr int roomForStart = 160;

/// The number of a step in its circle; a tick once it is done. Its name stands beside it.
class StepDisc final : public QWidget
{
public:
    enum class State { Done, Current, ToCome };

    StepDisc(const Theme& theme, int number, State state) : m_theme(theme), m_number(number), m_state(state)
    {
        setFixedSize(theme.px(28), theme.px(28));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool current = m_state == State::Current;
        const bool done = m_state == State::Done;
        painter.setPen(done || current ? Qt::NoPen : QPen(m_theme.color(ColorRole::BorderField), 1));
        painter.setBrush(m_theme.color(current ? ColorRole::PrimaryBase
                                       : done  ? ColorRole::PrimarySoft
                                               : ColorRole::BgSurface));
        painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        if (done) {
            const int mark = m_theme.px(16);
            painter.drawPixmap(
                QPoint((width() - mark) / 2, (height() - mark) / 2),
                m_theme.pixmap(QStringLiteral("check"), ColorRole::PrimaryBase, mark, devicePixelRatioF()));
            return;
        }
        painter.setFont(m_theme.font(TextStyle::Code));
        painter.setPen(m_theme.color(current ? ColorRole::TextOnPrimary : ColorRole::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    const Theme& m_theme;
    int m_number;
    State m_state;
};

QWidget* stepOf(const Theme& theme, int number, const QString& name, StepDisc::State state, bool last)
{
    auto* step = new QWidget;
    auto* row = new QHBoxLayout(step);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(10));
    row->addWidget(new StepDisc(theme, number, state));
    const bool current = state == StepDisc::State::Current;
    auto* label = new TextLabel(name, current ? TextStyle::BodyStrong : TextStyle::Body,
                                current ? TextLabel::Ink::Title : TextLabel::Ink::Muted);
    label->setAccessibleName(qtTrId(state == StepDisc::State::Done ? "a11y.dep.step.done"
                                    : current                      ? "a11y.dep.step.now"
                                                                   : "a11y.dep.step.later")
                                 .arg(number)
                                 .arg(name));
    row->addWidget(label);
    if (!last) {
        auto* line = new Rule;
        line->setFixedWidth(theme.px(lineWidth));
        row->addSpacing(theme.px(4));
        row->addWidget(line);
    }
    return step;
}

void collect(QLayout& layout, QList<QWidget*>& found)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        QWidget* widget = item->widget();
        if (widget && (widget->focusPolicy() & Qt::TabFocus)) {
            found += widget;
        } else if (QLayout* inner = widget ? widget->layout() : item->layout()) {
            collect(*inner, found);
        }
    }
}

} // namespace

DeparturePanel::DeparturePanel(const Theme& theme, Place place, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(theme, {}, false)), m_body(new QVBoxLayout),
      m_row(new BesideLayout(BesideLayout::Grows::First, theme.px(roomForStart), theme.px(16), theme.px(10))),
      m_startPlace(new QWidget), m_end(new FlowLayout(theme.px(12), theme.px(8)))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_card);
    QVBoxLayout* column = m_card->body();
    column->addWidget(makeSteps(place));
    column->addWidget(new Rule);
    m_body->setContentsMargins(theme.px(side), theme.px(20), theme.px(side), theme.px(20));
    m_body->setSpacing(theme.px(16));
    column->addLayout(m_body, 1);
    column->addWidget(new Rule);
    auto* start = new QHBoxLayout(m_startPlace);
    start->setContentsMargins(0, 0, 0, 0);
    m_end->setLines(Qt::AlignRight);
    auto* foot = new QWidget;
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(theme.px(side), theme.px(14), theme.px(side), theme.px(14));
    m_row->addWidget(m_startPlace);
    m_row->addLayout(m_end);
    footColumn->addLayout(m_row);
    column->addWidget(foot);
}

QWidget* DeparturePanel::makeSteps(Place place) const
{
    const std::array names{qtTrId("dep.s1"), qtTrId("dep.s2"), qtTrId("dep.s3")};
    auto* steps = new QWidget;
    auto* column = new QVBoxLayout(steps);
    column->setContentsMargins(m_theme.px(side), m_theme.px(16), m_theme.px(side), m_theme.px(16));
    auto* flow = new FlowLayout(m_theme.px(14), m_theme.px(8));
    column->addLayout(flow);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int number = static_cast<int>(i);
        const auto state = number < place    ? StepDisc::State::Done
                           : number == place ? StepDisc::State::Current
                                             : StepDisc::State::ToCome;
        flow->addWidget(stepOf(m_theme, number + 1, names.at(i), state, i + 1 == names.size()));
    }
    return steps;
}

void DeparturePanel::chainFocus()
{
    QList<QWidget*> controls;
    collect(*layout(), controls);
    for (qsizetype i = 1; i < controls.size(); ++i) {
        QWidget::setTabOrder(controls.at(i - 1), controls.at(i));
    }
}

void DeparturePanel::setStart(QWidget* widget)
{
    auto* row = qobject_cast<QHBoxLayout*>(m_startPlace->layout());
    row->addWidget(widget);
    row->addStretch();
}

void DeparturePanel::addToEnd(QWidget* widget)
{
    m_end->addWidget(widget);
}

} // namespace proconnect::ui
