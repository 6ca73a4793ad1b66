// SPDX-License-Identifier: MIT
#include "ui/widgets/TextLabel.h"

#include "ui/text/PlainToolTip.h"
#include "ui/theme/Shaping.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>
#include <QVariant>

#include <cmath>

namespace proconnect::ui {
namespace {

/// Characters that a line is never narrower than.
constexpr int fewestCharacters = 10;

QString inkName(TextLabel::Ink ink)
{
    switch (ink) {
    case TextLabel::Ink::Default:
        return {};
    case TextLabel::Ink::Title:
        return QStringLiteral("title");
    case TextLabel::Ink::Muted:
        return QStringLiteral("muted");
    case TextLabel::Ink::Success:
        return QStringLiteral("success");
    case TextLabel::Ink::Warning:
        return QStringLiteral("warning");
    case TextLabel::Ink::Error:
        return QStringLiteral("error");
    case TextLabel::Ink::Info:
        return QStringLiteral("info");
    case TextLabel::Ink::Toast:
        return QStringLiteral("toast");
    }
    return {};
}

void setStyledProperty(QWidget& widget, const char* name, const QString& value)
{
    widget.setProperty(name, value);
    // A style sheet reads properties only when it polishes.
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
}

} // namespace

TextLabel::TextLabel(const QString& text, TextStyle style, Ink ink, QWidget* parent) : QLabel(parent)
{
    setText(text);
    setTextFormat(Qt::PlainText);
    setProperty("textStyle", QString::fromLatin1(tokens::typeNames[static_cast<std::size_t>(style)]));
    setProperty("ink", inkName(ink));
}

void TextLabel::setText(const QString& text)
{
    const QFont::StyleStrategy shaping = shapingOf(text);
    if (font().styleStrategy() != shaping) {
        QFont able = font();
        able.setStyleStrategy(shaping);
        setFont(able);
    }
    QLabel::setText(text);
}

void TextLabel::setStyle(TextStyle style)
{
    setStyledProperty(*this, "textStyle",
                      QString::fromLatin1(tokens::typeNames[static_cast<std::size_t>(style)]));
}

void TextLabel::setInk(Ink ink)
{
    if (property("ink").toString() != inkName(ink)) {
        setStyledProperty(*this, "ink", inkName(ink));
    }
}

TextLabel* TextLabel::wrapped()
{
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumWidth(0);
    return this;
}

TextLabel* TextLabel::flowing()
{
    m_flows = true;
    return wrapped();
}

TextLabel* TextLabel::elided()
{
    m_elides = true;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return this;
}

void TextLabel::setHeading()
{
    m_isHeading = true;
    if (isVisible()) {
        setFocusPolicy(Qt::TabFocus);
    }
}

int TextLabel::heightForWidth(int width) const
{
    if (m_measured.text != text() || m_measured.font != font()) {
        m_measured = {text(), font(), {}};
    }
    const auto known = m_measured.heights.constFind(width);
    if (known != m_measured.heights.cend()) {
        return *known;
    }
    int height = QLabel::heightForWidth(width);
    if (breaksWords(width)) {
        const QMargins margins = contentsMargins();
        QTextLayout layout;
        height = static_cast<int>(std::ceil(layOut(layout, width))) + margins.top() + margins.bottom();
    }
    return *m_measured.heights.insert(width, height);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize size = QLabel::minimumSizeHint();
    if (!wordWrap() && !m_elides) {
        return size;
    }
    const QMargins margins = contentsMargins();
    const int least = fewestCharacters * fontMetrics().averageCharWidth() + margins.left() + margins.right();
    return {qMin(size.width(), least), size.height()};
}

QSize TextLabel::sizeHint() const
{
    if (!m_flows) {
        return QLabel::sizeHint();
    }
    ensurePolished();
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + 1 + margins.left() + margins.right(),
            QLabel::minimumSizeHint().height()};
}

bool TextLabel::breaksWords(int width) const
{
    return wordWrap() && QLabel::minimumSizeHint().width() > width;
}

bool TextLabel::cut() const
{
    return m_elides && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

qreal TextLabel::layOut(QTextLayout& layout, int width) const
{
    const QMargins margins = contentsMargins();
    QTextOption option(alignment());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QString lines = text();
    layout.setText(lines.replace(u'\n', QChar::LineSeparator));
    layout.setFont(font());
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width - margins.left() - margins.right()));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && cut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    // A QLabel that can have the focus keeps its text in a document too, which takes long to set up: not
    // before anybody can reach it.
    if (event->type() == QEvent::Show && m_isHeading) {
        setFocusPolicy(Qt::TabFocus);
    }
    return QLabel::event(event);
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    const bool broken = breaksWords(width());
    if (!broken && !cut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    drawFrame(&painter);
    painter.setPen(palette().color(foregroundRole()));
    if (broken) {
        QTextLayout layout;
        layOut(layout, width());
        layout.draw(&painter, contentsRect().topLeft());
    } else {
        painter.drawText(contentsRect(), Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
    }
}

} // namespace proconnect::ui
