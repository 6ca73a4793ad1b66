// SPDX-License-Identifier: MIT
#include "ui/widgets/TextLabel.h"

#include "ui/theme/FocusRing.h"

#include <QStyle>
#include <QVariant>

namespace proconnect::ui {
namespace {

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

TextLabel::TextLabel(const QString& text, TextStyle style, Ink ink, QWidget* parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("textStyle", QString::fromLatin1(tokens::typeNames[static_cast<std::size_t>(style)]));
    setProperty("ink", inkName(ink));
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

void TextLabel::setHeading()
{
    setFocusPolicy(Qt::TabFocus);
    setProperty(FocusRing::ownFocusProperty, true);
}

int TextLabel::heightForWidth(int width) const
{
    if (m_measured.text != text() || m_measured.font != font()) {
        m_measured = {text(), font(), {}};
    }
    const auto known = m_measured.heights.constFind(width);
    return known != m_measured.heights.cend()
               ? *known
               : *m_measured.heights.insert(width, QLabel::heightForWidth(width));
}

} // namespace proconnect::ui
