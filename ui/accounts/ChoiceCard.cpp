// SPDX-License-Identifier: MIT
#include "ui/accounts/ChoiceCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>

namespace proconnect::ui {
namespace {

constexpr int padding = 14;
constexpr int radius = 6;
constexpr int indent = 30;

} // namespace

ChoiceCard::ChoiceCard(const Theme& theme, const QString& name, const QString& body, const QString& advice,
                       QWidget* parent)
    : QFrame(parent), m_theme(theme), m_body(body), m_button(new QRadioButton(name)),
      m_words(new TextLabel(body, TextStyle::Small, TextLabel::Ink::Muted))
{
    auto* column = new QVBoxLayout(this);
    const int gap = theme.px(padding);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(theme.px(4));
    m_button->setFont(theme.font(TextStyle::BodyStrong));
    m_button->setAccessibleDescription(body);
    auto* first = new FlowLayout(theme.px(10), theme.px(4));
    first->addWidget(m_button);
    if (!advice.isEmpty()) {
        first->addWidget(new Badge(theme, {BadgeKind::Primary, advice, {}}));
        m_button->setAccessibleDescription(advice + QStringLiteral(". ") + body);
    }
    column->addLayout(first);
    auto* below = new QHBoxLayout;
    below->addSpacing(theme.px(indent));
    below->addWidget(m_words->wrapped(), 1);
    column->addLayout(below);
    connect(m_button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
}

void ChoiceCard::setHindrance(const QString& why)
{
    m_button->setEnabled(why.isEmpty());
    const QString words = why.isEmpty() ? m_body : m_body + u'\n' + why;
    m_words->setText(words);
    m_button->setAccessibleDescription(words);
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = m_button->isChecked();
    const qreal width = chosen ? 2 : 1;
    painter.setPen(QPen(m_theme.color(chosen ? ColorRole::BorderActive : ColorRole::BorderDefault), width));
    const qreal round = m_theme.px(radius);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), round,
                            round);
}

void ChoiceCard::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_button->isEnabled() && rect().contains(event->pos())) {
        m_button->setChecked(true);
        m_button->setFocus(Qt::MouseFocusReason);
    }
    QFrame::mouseReleaseEvent(event);
}

} // namespace proconnect::ui
