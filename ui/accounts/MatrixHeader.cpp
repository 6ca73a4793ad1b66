// SPDX-License-Identifier: MIT
#include "ui/accounts/MatrixHeader.h"

#include "ui/models/AccountMatrixModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/PortalTile.h"

#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int tileSide = 24;
constexpr int gap = 8;

} // namespace

MatrixHeader::MatrixHeader(const Theme& theme, Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent), m_theme(theme)
{
    setHighlightSections(false);
    setSectionsClickable(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

void MatrixHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillRect(rect, m_theme.color(ColorRole::BgSubtle));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                      m_theme.color(ColorRole::BorderSubtle));
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()),
                      m_theme.color(ColorRole::BorderSubtle));
    orientation() == Qt::Horizontal ? paintPortal(*painter, rect, section)
                                    : paintPerson(*painter, rect, section);
    painter->restore();
}

void MatrixHeader::paintPortal(QPainter& painter, const QRect& rect, int section) const
{
    const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QString portal =
        model()->headerData(section, orientation(), AccountMatrixModel::PortalRole).toString();
    const int side = m_theme.px(tileSide);
    const QRectF tile(rect.center().x() - side / 2.0, rect.top() + m_theme.px(gap), side, side);
    paintPortalTile(m_theme, painter, tile, portal, name);
    const QString subtitle =
        model()->headerData(section, orientation(), AccountMatrixModel::SubtitleRole).toString();
    paintLines(painter, rect.adjusted(m_theme.px(4), side + m_theme.px(gap), -m_theme.px(4), 0), name,
               subtitle, Qt::AlignHCenter);
}

void MatrixHeader::paintPerson(QPainter& painter, const QRect& rect, int section) const
{
    const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const bool person = model()->headerData(section, orientation(), AccountMatrixModel::PersonRole).toBool();
    const int side = m_theme.px(tileSide);
    const QRectF circle(rect.left() + m_theme.px(gap) * 2, rect.center().y() - side / 2.0, side, side);
    paintAvatar(m_theme, painter, circle, name, person ? QString() : QStringLiteral("shared-account"));
    const QString subtitle =
        model()->headerData(section, orientation(), AccountMatrixModel::SubtitleRole).toString();
    paintLines(painter, rect.adjusted(side + m_theme.px(gap) * 3, 0, -m_theme.px(gap), 0), name, subtitle,
               Qt::AlignLeft);
}

void MatrixHeader::paintLines(QPainter& painter, const QRect& rect, const QString& name,
                              const QString& subtitle, Qt::Alignment alignment) const
{
    const int line = m_theme.lineHeight(TextStyle::Small);
    const int lines = subtitle.isEmpty() ? 1 : 2;
    int top = rect.center().y() - line * lines / 2;
    const auto write = [&](const QString& text, ColorRole ink) {
        const QFont font = m_theme.font(TextStyle::Small, text);
        painter.setFont(font);
        painter.setPen(m_theme.color(ink));
        painter.drawText(QRect(rect.left(), top, rect.width(), line), Qt::AlignVCenter | alignment,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
        top += line;
    };
    write(name, ColorRole::TextTitle);
    if (!subtitle.isEmpty()) {
        write(subtitle, ColorRole::TextMuted);
    }
}

} // namespace proconnect::ui
