// SPDX-License-Identifier: MIT
#include "ui/widgets/CodeField.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int cellWidth = 44;
constexpr int cellHeight = 52;
constexpr int cellGap = 8;
constexpr int longestPaste = 32;

} // namespace

CodeField::CodeField(const Theme& theme, QWidget* parent) : QLineEdit(parent), m_theme(theme)
{
    setProperty("cells", true);
    setProperty(FocusRing::ownFocusProperty, true);
    setMaxLength(longestPaste);
    setInputMethodHints(Qt::ImhDigitsOnly);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMinimumHeight(sizeHint().height());
    setAccessibleName(qtTrId("a11y.codefield", 0));
    connect(this, &QLineEdit::textEdited, this, &CodeField::onTextEdited);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        setAccessibleName(qtTrId("a11y.codefield", static_cast<int>(text.size())));
        update();
    });
}

QSize CodeField::sizeHint() const
{
    return {m_theme.px(cellWidth) * length + m_theme.px(cellGap) * (length - 1), m_theme.px(cellHeight)};
}

void CodeField::onTextEdited(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9' && digits.size() < length) {
            digits += c;
        }
    }
    if (digits != text) {
        setText(digits);
    }
    if (complete()) {
        Q_EMIT completed(digits);
    }
}

void CodeField::keyPressEvent(QKeyEvent* event)
{
    // The caret is always after the last digit: cells are filled from left to right.
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
        return;
    default:
        break;
    }
    if (complete() && !event->text().isEmpty() && event->text().front().isDigit() && !hasSelectedText()) {
        return;
    }
    QLineEdit::keyPressEvent(event);
}

QRectF CodeField::cell(int index) const
{
    const int step = m_theme.px(cellWidth) + m_theme.px(cellGap);
    return QRectF(index * step, 0, m_theme.px(cellWidth), m_theme.px(cellHeight)).adjusted(1, 1, -1, -1);
}

void CodeField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString digits = text();
    const bool invalid = property("invalid").toBool();
    painter.setFont(m_theme.font(TextStyle::Digits));
    for (int i = 0; i < length; ++i) {
        const bool caret = hasFocus() && (i == digits.size() || (i == length - 1 && complete()));
        const ColorRole border = !isEnabled() ? ColorRole::BorderSubtle
                                 : invalid    ? ColorRole::DangerBase
                                 : caret      ? ColorRole::BorderActive
                                              : ColorRole::BorderField;
        painter.setPen(QPen(m_theme.color(border), invalid || caret ? 2 : 1));
        painter.setBrush(m_theme.color(isEnabled() ? ColorRole::BgSurface : ColorRole::BgDisabled));
        painter.drawRoundedRect(cell(i), tokens::radiusField, tokens::radiusField);
        if (i < digits.size()) {
            painter.setPen(m_theme.color(isEnabled() ? ColorRole::TextTitle : ColorRole::TextDisabled));
            painter.drawText(cell(i), Qt::AlignCenter, digits.mid(i, 1));
        } else if (caret) {
            const QPointF centre = cell(i).center();
            const qreal half = m_theme.px(12);
            painter.drawLine(QPointF(centre.x(), centre.y() - half), QPointF(centre.x(), centre.y() + half));
        }
    }
}

} // namespace proconnect::ui
