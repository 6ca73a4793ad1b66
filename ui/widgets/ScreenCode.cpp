// SPDX-License-Identifier: MIT
#include "ui/widgets/ScreenCode.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QVariant>

namespace proconnect::ui {
namespace {

constexpr int padding = 10;
constexpr int gap = 6;

} // namespace

ScreenCode::ScreenCode(const Theme& theme, const QString& code, QWidget* parent)
    : QPushButton(parent), m_theme(theme)
{
    setProperty("screenCode", true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    setToolTip(qtTrId("common.screen.tip"));
    connect(this, &QPushButton::clicked, this, &ScreenCode::copy);
    setCode(code);
}

void ScreenCode::setCode(const QString& code)
{
    m_code = code;
    setAccessibleName(qtTrId("a11y.code").arg(code));
    updateGeometry();
    update();
}

void ScreenCode::copy() const
{
    QApplication::clipboard()->setText(m_code);
}

QSize ScreenCode::sizeHint() const
{
    const int words = QFontMetrics(m_theme.font(TextStyle::Table)).horizontalAdvance(qtTrId("common.screen"));
    const int code = QFontMetrics(m_theme.font(TextStyle::Code)).horizontalAdvance(m_code);
    return {words + code + m_theme.px(gap) + 2 * m_theme.px(padding) + 2,
            m_theme.px(tokens::sizeButtonSmall)};
}

void ScreenCode::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const QString word = qtTrId("common.screen");
    const QFont plain = m_theme.font(TextStyle::Table);
    const int left = m_theme.px(padding) + 1;
    painter.setFont(plain);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, word);
    painter.setFont(m_theme.font(TextStyle::Code));
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    painter.drawText(
        rect().adjusted(left + QFontMetrics(plain).horizontalAdvance(word) + m_theme.px(gap), 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft, m_code);
}

} // namespace proconnect::ui
