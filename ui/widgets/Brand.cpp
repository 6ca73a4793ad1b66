// SPDX-License-Identifier: MIT
#include "ui/widgets/Brand.h"

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace proconnect::ui {

Brand::Brand(const Theme& theme, int size, QWidget* parent) : QWidget(parent), m_theme(theme), m_size(size)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(qtTrId("app.name"));
}

QFont Brand::nameFont() const
{
    QFont font = m_theme.font(TextStyle::H2);
    font.setPixelSize(m_theme.px(m_size * 0.4 + 6.5));
    font.setWeight(QFont::Bold);
    return font;
}

QSize Brand::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int side = m_theme.px(m_size);
    return {side + m_theme.px(11) + QFontMetrics(nameFont()).horizontalAdvance(qtTrId("app.name")) +
                margins.left() + margins.right(),
            side + margins.top() + margins.bottom()};
}

void Brand::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_theme.px(m_size);
    const QRect place = contentsRect();
    painter.drawPixmap(place.topLeft(), m_theme.pixmap(m_theme.dark() ? QStringLiteral("app-mark-dark")
                                                                      : QStringLiteral("app-mark"),
                                                       ColorRole::MarkBg, side, devicePixelRatioF()));
    painter.setFont(nameFont());
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    painter.drawText(QRect(place.x() + side + m_theme.px(11), place.y(), place.width(), side),
                     Qt::AlignVCenter, qtTrId("app.name"));
}

} // namespace proconnect::ui
