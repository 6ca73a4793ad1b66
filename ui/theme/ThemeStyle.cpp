// SPDX-License-Identifier: MIT
#include "ui/theme/ThemeStyle.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace proconnect::ui {

ThemeStyle::ThemeStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(theme)
{}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawTickBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*option, *painter);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawTickBox(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool filled = option.state & (State_On | State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor mark = m_theme.color(enabled ? ColorRole::PrimaryBase : ColorRole::TextDisabled);
    painter.setPen(
        QPen(filled ? mark : m_theme.color(enabled ? ColorRole::BorderField : ColorRole::BorderDefault), 1));
    painter.setBrush(filled ? mark : m_theme.color(enabled ? ColorRole::BgSurface : ColorRole::BgDisabled));
    painter.drawRoundedRect(box, 4, 4);
    if (option.state & State_On) {
        const int side = option.rect.width() - 4;
        painter.drawPixmap(QPointF(option.rect.x() + 2, option.rect.y() + 2),
                           m_theme.pixmap(QStringLiteral("check"), ColorRole::TextOnPrimary, side,
                                          painter.device()->devicePixelRatioF()));
    } else if (option.state & State_NoChange) {
        painter.setPen(QPen(m_theme.color(ColorRole::TextOnPrimary), 2));
        painter.drawLine(QPointF(box.left() + 4, box.center().y()),
                         QPointF(box.right() - 4, box.center().y()));
    }
    painter.restore();
}

void ThemeStyle::drawRadio(const QStyleOption& option, QPainter& painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const QRectF circle = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor mark = m_theme.color(enabled ? ColorRole::PrimaryBase : ColorRole::TextDisabled);
    painter.setPen(QPen(on ? mark : m_theme.color(ColorRole::BorderField), on ? 2 : 1));
    painter.setBrush(m_theme.color(enabled ? ColorRole::BgSurface : ColorRole::BgDisabled));
    painter.drawEllipse(circle);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        const qreal inset = circle.width() / 4;
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(8);
    case PM_SmallIconSize:
        return m_theme.px(18);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const
{
    return hint == SH_EtchDisabledText ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace proconnect::ui
