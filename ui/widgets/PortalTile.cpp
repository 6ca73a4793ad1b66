// SPDX-License-Identifier: MIT
#include "ui/widgets/PortalTile.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace proconnect::ui {
namespace {

void paintTile(const Theme& theme, QPainter& painter, const QRectF& square, const QString& letters,
               const Theme::Tint& tint)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.fill);
    const qreal radius = square.height() * tokens::radiusTile / tokens::sizePortalTile;
    painter.drawRoundedRect(square, radius, radius);
    QFont font = theme.font(TextStyle::Code);
    font.setPixelSize(qMax(9, qRound(square.height() * 0.36)));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(tint.text);
    painter.drawText(square, Qt::AlignCenter, letters);
    painter.restore();
}

/// "Atelier Rivoire SAS" -> "AR": the legal form says nothing.
QString companyInitials(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString letters;
    for (const QString& word : words) {
        if (word.front().isLetterOrNumber() && letters.size() < 2) {
            letters += word.front();
        }
    }
    return letters.toUpper();
}

} // namespace

void paintPortalTile(const Theme& theme, QPainter& painter, const QRectF& square, const QString& portal,
                     const QString& name)
{
    paintTile(theme, painter, square, theme.portalInitials(portal, name), theme.portalTint(portal));
}

void paintCompanyTile(const Theme& theme, QPainter& painter, const QRectF& square, const QString& name,
                      bool selected)
{
    const Theme::Tint tint =
        selected ? Theme::Tint{theme.color(ColorRole::PrimaryBase), theme.color(ColorRole::TextOnPrimary)}
                 : Theme::Tint{theme.color(ColorRole::NeutralBg), theme.color(ColorRole::NeutralText)};
    paintTile(theme, painter, square, companyInitials(name), tint);
}

PortalTile::PortalTile(const Theme& theme, QString id, Subject subject, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_id(std::move(id)), m_subject(subject), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PortalTile::setId(const QString& id)
{
    m_id = id;
    update();
}

QSize PortalTile::sizeHint() const
{
    const int side = m_theme.px(m_size);
    return {side, side};
}

void PortalTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF square{QPointF(), QSizeF(sizeHint())};
    if (m_subject == Subject::Company) {
        paintCompanyTile(m_theme, painter, square, m_id);
    } else {
        paintPortalTile(m_theme, painter, square, m_id);
    }
}

} // namespace proconnect::ui
