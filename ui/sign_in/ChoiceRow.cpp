// SPDX-License-Identifier: MIT
#include "ui/sign_in/ChoiceRow.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QResizeEvent>

namespace proconnect::ui {
namespace {

constexpr int textLeft = 54;
constexpr int textRight = 52;
constexpr int padding = 14;

} // namespace

ChoiceRow::ChoiceRow(const Theme& theme, QString iconName, const QString& title, QString explanation,
                     QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(std::move(iconName)),
      m_explanation(std::move(explanation))
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(m_explanation);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int ChoiceRow::textWidth() const
{
    return qMax(m_theme.px(200), width() - m_theme.px(textLeft) - m_theme.px(textRight));
}

int ChoiceRow::explanationHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small))
        .boundingRect(QRect(0, 0, textWidth(), QWIDGETSIZE_MAX), Qt::TextWordWrap, m_explanation)
        .height();
}

QSize ChoiceRow::sizeHint() const
{
    return {m_theme.px(300), 2 * m_theme.px(padding) + m_theme.lineHeight(TextStyle::Body) + m_theme.px(2) +
                                 explanationHeight()};
}

QSize ChoiceRow::minimumSizeHint() const
{
    return {m_theme.px(240), sizeHint().height()};
}

void ChoiceRow::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        updateGeometry();
    }
}

void ChoiceRow::enterEvent(QEnterEvent*)
{
    update();
}

void ChoiceRow::leaveEvent(QEvent*)
{
    update();
}

void ChoiceRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(ColorRole::BorderDefault), 1));
    painter.setBrush(m_theme.color(isDown()       ? ColorRole::BgPressed
                                   : underMouse() ? ColorRole::BgHover
                                                  : ColorRole::BgSurface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const int icon = m_theme.px(20);
    painter.drawPixmap(QPointF(m_theme.px(18), (height() - icon) / 2.0),
                       m_theme.pixmap(m_icon, ColorRole::PrimaryBase, icon, devicePixelRatioF()));
    const int arrow = m_theme.px(18);
    painter.drawPixmap(
        QPointF(width() - m_theme.px(34), (height() - arrow) / 2.0),
        m_theme.pixmap(QStringLiteral("chevron-right"), ColorRole::TextBody, arrow, devicePixelRatioF()));
    const int left = m_theme.px(textLeft);
    const int line = m_theme.lineHeight(TextStyle::Body);
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    painter.drawText(QRect(left, m_theme.px(padding), textWidth(), line), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, textWidth()));
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(
        QRect(left, m_theme.px(padding) + line + m_theme.px(2), textWidth(), explanationHeight() + 2),
        Qt::TextWordWrap, m_explanation);
}

} // namespace proconnect::ui
